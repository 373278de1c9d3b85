/** The Chromium that tests, the benchmark and the evaluation run: the machine's own, found in one place, or Debian's, installed. */
import { existsSync } from "node:fs";
import { SetupError, step } from "./progress.mjs";
import { run } from "./run.mjs";

const PLACES = [process.env.CHROMIUM_PATH ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** undefined: there is none. */
export const browserPath = () => PLACES.find((path) => path !== "" && existsSync(path));

export const BROWSER_FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-gpu"];

export async function findBrowser() {
  if (browserPath()) return;
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    throw new SetupError("Tests in a browser need Chromium. Install it, or name one in CHROMIUM_PATH.");
  }
  await step("Chromium", async (detail) => {
    await run("apt-get", ["update", "-qq"], { onLine: detail });
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { onLine: detail });
  });
  if (!browserPath()) throw new SetupError("Chromium was installed, but is not where it was expected. Name it in CHROMIUM_PATH.");
}
