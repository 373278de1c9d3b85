/** Which modules a change makes stale, and where the page takes it up: at modules of components only, else at the entry. */

export type UpdatePlan = { stale: Set<string>; roots: Set<string> };

export function planUpdate(
  changed: Iterable<string>,
  graph: { entry: string; importers(path: string): string[]; isBoundary(path: string): boolean },
): UpdatePlan {
  const stale = new Set<string>();
  const roots = new Set<string>();
  const queue = [...changed];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (stale.has(path)) continue;
    stale.add(path);
    if (path === graph.entry || graph.isBoundary(path)) roots.add(path);
    else queue.push(...graph.importers(path));
  }
  return { stale, roots };
}

/** React Refresh can replace a module in place when all it exports are components. */
export function exportsOnlyComponents(exports: unknown, isComponent: (value: unknown) => boolean): boolean {
  if (typeof exports !== "object" || exports === null) return false;
  const entries = Object.entries(exports);
  return entries.length > 0 && entries.every(([name, value]) => isComponent(value) && /^[A-Z]/.test(componentName(name, value)));
}

const componentName = (exported: string, value: unknown): string => {
  if (exported !== "default") return exported;
  return typeof value === "function" && value.name !== "" ? value.name : "Default";
};
