/** Loads an app's modules, catches what they render, and renders it. Runs in the boot isolate; its test in Node. */
import type { BootError, BootModules } from "@edgewright/app-check/boot";
import type { ReactNode } from "react";
import { packages } from "./packages.ts";
import { bootError, renderApp } from "./render.ts";

type Module = { exports: object };
type Require = (id: string) => object;
type Define = (module: Module, exports: object, require: Require, round: () => void) => void;
export type LoadedModules = Pick<BootModules, "entry"> & { modules: Record<string, Define> };

/** More rounds than any app needs to show itself; a loop that never ends gets here in about a second. */
const MAX_ROUNDS = 20_000_000;

/** `open` gives the app's modules, which may not even parse. */
export async function bootApp(open: () => Promise<LoadedModules>): Promise<BootError[]> {
  let element: ReactNode | undefined;
  try {
    load(await open(), (rendered) => {
      element = rendered;
    });
  } catch (error) {
    return [bootError(error)];
  }
  if (element === undefined) return [bootError("Nothing was rendered: the page's first module must call createRoot(…).render(…).")];
  return renderApp(element);
}

function load({ entry, modules }: LoadedModules, render: (element: ReactNode) => void): void {
  const available = packages(render);
  const loaded = new Map<string, Module>();
  let rounds = 0;
  const round = () => {
    if (++rounds > MAX_ROUNDS) throw new Error("A loop does not end: it was stopped after 20 million rounds.");
  };
  const require: Require = (id) => {
    const vendored = Object.hasOwn(available, id) ? available[id] : undefined;
    if (vendored) return vendored;
    const known = loaded.get(id);
    if (known) return known.exports;
    const define = Object.hasOwn(modules, id) ? modules[id] : undefined;
    if (!define) throw new Error(`Cannot find "${id}".`);
    const module: Module = { exports: {} };
    loaded.set(id, module);
    define.call(undefined, module, module.exports, require, round);
    return module.exports;
  };
  require(entry);
}
