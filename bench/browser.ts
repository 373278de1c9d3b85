/** Chromium for the benchmark, the journey and the evaluation. */
import { type Browser, chromium, type LaunchOptions, type Page } from "playwright-core";
import { BROWSER_FLAGS, browserPath } from "../scripts/setup/browser.mjs";
import { PATIENCE_MS } from "../tests/platform/patience.ts";

export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = browserPath();
  if (!executablePath) throw new Error("No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.");
  return chromium.launch({
    timeout: PATIENCE_MS,
    ...options,
    executablePath,
    args: BROWSER_FLAGS,
  });
}

/** Resolves once `text` is in the page, watching every change of the document. */
export const appears = (page: Page, text: string, timeout = 10_000) =>
  // biome-ignore lint/performance/useDomNodeTextContent: textContent would find text that is not shown
  page.waitForFunction((wanted) => document.body?.innerText.includes(wanted), text, { polling: "raf", timeout });
