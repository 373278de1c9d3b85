/** Finds a Chromium for the browser journey, or installs Debian's. */
import { existsSync } from "node:fs";
import { SetupError, step } from "./progress.mjs";
import { run } from "./run.mjs";

const PLACES = [process.env.CHROMIUM_PATH ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const found = () => PLACES.some((path) => path !== "" && existsSync(path));

export async function findBrowser() {
  if (found()) return;
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    throw new SetupError("The browser journey needs Chromium. Install it, or name one in CHROMIUM_PATH.");
  }
  await step("Chromium", async (detail) => {
    await run("apt-get", ["update", "-qq"], { onLine: detail });
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { onLine: detail });
  });
  if (!found()) throw new SetupError("Chromium was installed, but is not where it was expected. Name it in CHROMIUM_PATH.");
}
