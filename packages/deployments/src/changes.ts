/** What publishing the current version would change, for whoever is about to. */
import type { Outcome, Publication } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import type { StoredFile, VersionStore } from "@edgewright/storage";
import type { Builds } from "./builds.ts";
import type { PublicationRecord } from "./ports.ts";
import type { ProductionTables } from "./tables.ts";
import type { VariableDeps } from "./variables/open-variables.ts";
import { variablesOfNext } from "./variables/variables-view.ts";

type Next = Publication["next"];
type Changed = NonNullable<Next>["files"];
type Deps = VariableDeps & {
  store: Pick<VersionStore, "entries" | "read">;
  tables: Pick<ProductionTables, "plan">;
  builds: Pick<Builds, "get">;
};

export async function changesSince(
  deps: Deps,
  { id, currentVersion: version }: { id: string; currentVersion: number | null },
  live: PublicationRecord["live"],
): Promise<Outcome<Next>> {
  if (version === null) return ok(null);
  const { store, tables } = deps;
  const [now, before, data, variables] = await Promise.all([
    store.entries(id, version),
    live === null ? ok<StoredFile[]>([]) : store.entries(id, live.version),
    tables.plan(id, version),
    variablesOfNext(deps, id, version, live),
  ]);
  if (!now.ok) return now;
  if (!before.ok) return before;
  return data.ok ? ok({ version, files: changedFiles(before.value, now.value), data: data.value, variables }) : data;
}

function changedFiles(before: readonly StoredFile[], now: readonly StoredFile[]): Changed {
  const was = new Map(before.map(({ path, sha256 }) => [path, sha256]));
  const is = new Set(now.map(({ path }) => path));
  const kept = now.flatMap(({ path, sha256 }) => {
    const former = was.get(path);
    return former === sha256 ? [] : [{ path, change: former === undefined ? ("added" as const) : ("changed" as const) }];
  });
  const gone = before.flatMap(({ path }) => (is.has(path) ? [] : [{ path, change: "removed" as const }]));
  return [...kept, ...gone].sort((one, other) => (one.path < other.path ? -1 : 1));
}
