/** Runs inside the isolate that boots an app: loads its modules, catches what it renders, renders it. Bundled with React by scripts/build-boot.ts. */
import { WorkerEntrypoint } from "cloudflare:workers";
import type { BootError } from "@edgewright/builder/boot";
import type { ReactNode } from "react";
import { installBrowser } from "./boot/browser.ts";
import { packages } from "./boot/packages.ts";
import { bootError, renderApp } from "./boot/render.ts";

type Module = { exports: object };
type App = typeof import("./app.js");

/** More rounds than any app needs to show itself; a loop that never ends gets here in about a second. */
const MAX_ROUNDS = 20_000_000;

export default class BootIsolate extends WorkerEntrypoint {
  async boot(): Promise<BootError[]> {
    installBrowser();
    let element: ReactNode | undefined;
    try {
      const app = await import("./app.js");
      load(app, (rendered) => {
        element = rendered;
      });
    } catch (error) {
      return [bootError(error)];
    }
    if (element === undefined) return [bootError("Nothing was rendered: the page's first module must call createRoot(…).render(…).")];
    return renderApp(element);
  }
}

function load({ entry, modules }: App, render: (element: ReactNode) => void): void {
  const available = packages(render);
  const loaded = new Map<string, Module>();
  let rounds = 0;
  const round = () => {
    if (++rounds > MAX_ROUNDS) throw new Error("A loop does not end: it was stopped after 20 million rounds.");
  };
  const require = (id: string): object => {
    const vendored = available[id];
    if (vendored) return vendored;
    const known = loaded.get(id);
    if (known) return known.exports;
    const define = modules[id];
    if (!define) throw new Error(`Cannot find "${id}".`);
    const module: Module = { exports: {} };
    loaded.set(id, module);
    define.call(undefined, module, module.exports, require, round);
    return module.exports;
  };
  require(entry);
}
