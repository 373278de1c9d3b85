/** Runs inside the isolate that boots an app. Bundled with React by scripts/build-boot.ts. */
import { WorkerEntrypoint } from "cloudflare:workers";
import type { BootError } from "@edgewright/app-check/boot";
import { bootApp } from "./boot/boot-app.ts";
import { installBrowser } from "./boot/browser.ts";

export default class BootIsolate extends WorkerEntrypoint {
  async boot(): Promise<BootError[]> {
    installBrowser();
    return bootApp(() => import("./app.js"));
  }
}
