/** Chromium for the benchmark, the journey and the evaluation: the machine's own, found once. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type LaunchOptions, type Page } from "playwright-core";
import { PATIENCE_MS } from "../tests/platform/patience.ts";

const PLACES = [process.env.CHROMIUM_PATH ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const chromiumPath = (): string | null => PLACES.find((path) => path !== "" && existsSync(path)) ?? null;

export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error("No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.");
  return chromium.launch({
    timeout: PATIENCE_MS,
    ...options,
    executablePath,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-gpu"],
  });
}

/** Resolves once `text` is in the page, watching every change of the document. */
export const appears = (page: Page, text: string, timeout = 10_000) =>
  // biome-ignore lint/performance/useDomNodeTextContent: textContent would find text that is not shown
  page.waitForFunction((wanted) => document.body?.innerText.includes(wanted), text, { polling: "raf", timeout });
