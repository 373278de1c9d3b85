/** Wires React Refresh. Imported before anything of React, since react-dom looks for its hook when it is loaded. */
import { injectIntoGlobalHook, isLikelyComponentType, performReactRefresh, register, setSignature } from "react-refresh/runtime";
import type { Module } from "./registry.ts";
import { exportsOnlyComponents } from "./update.ts";

injectIntoGlobalHook(window);

/** Set while an update changed the hooks of a shared hook: components above it start over. */
let resetting = false;

export const isBoundary = (module: Module | undefined): boolean =>
  module !== undefined && exportsOnlyComponents(module.exports, isLikelyComponentType);

export function registerComponents(path: string, module: Module, before: Module | undefined): void {
  if (before && before.hooks !== module.hooks) resetting = true;
  for (const [name, value, hooks] of module.refresh ?? []) offer(`${path} ${name}`, value, hooks);
  const fallback = isRecord(module.exports) ? module.exports.default : undefined;
  offer(`${path} default`, fallback, "");
}

function offer(id: string, value: unknown, hooks: string): void {
  if (!isLikelyComponentType(value)) return;
  register(value, id);
  if (hooks !== "" || resetting) setSignature(value, hooks, resetting);
}

/** Lets React take up what was registered since the last time. */
export function refresh(): void {
  performReactRefresh();
  resetting = false;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
