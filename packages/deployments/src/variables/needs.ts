/** What a version's `app.json` says its server code reads, and what of it is not there. */
import { AppManifest, type NeededVariable, type OpenVariables } from "@edgewright/contracts";
import { fail, parseJson } from "@edgewright/core";
import type { VersionStore } from "@edgewright/storage";
import type { VariableRecords } from "./ports.ts";

const MANIFEST_FILE = "app.json";

/** A manifest that is not there or not valid asks for nothing. */
export async function neededVariables(store: Pick<VersionStore, "read">, projectId: string, version: number): Promise<NeededVariable[]> {
  const file = await store.read(projectId, version, MANIFEST_FILE);
  const json = file.ok ? parseJson(file.value.text ?? "", MANIFEST_FILE) : file;
  return AppManifest.safeParse(json.ok ? json.value : null).data?.env ?? [];
}

/** What a version asks for, and what is set without that, for who takes the app along. */
export async function namedVariables(
  { store, appVariables }: { store: Pick<VersionStore, "read">; appVariables: Pick<VariableRecords, "of"> },
  projectId: string,
  version: number,
): Promise<Pick<NeededVariable, "name" | "secret" | "description">[]> {
  const [needs, records] = await Promise.all([neededVariables(store, projectId, version), appVariables.of(projectId)]);
  const others = records.filter(({ name }, at) => {
    const isFirst = records.findIndex((record) => record.name === name) === at;
    return isFirst && needs.every((need) => need.name !== name);
  });
  return [...needs, ...others.map(({ name, secret }) => ({ name, secret }))];
}

export const missingOf = (needs: readonly NeededVariable[], has: (name: string) => boolean): NeededVariable[] =>
  needs.filter(({ name }) => !has(name));

/** null: everything that is required is there. */
export function missingRefused(needs: readonly NeededVariable[], has: (name: string) => boolean) {
  const names = missingOf(needs, has).flatMap(({ name, required }) => (required ? [name] : []));
  if (names.length === 0) return null;
  const what = names.length === 1 ? "a variable that is not set for production" : "variables that are not set for production";
  return fail("conflict", `The app needs ${what}: ${names.join(", ")}.`, {
    next: "Set it in the project's menu, Environment, and publish again.",
  });
}

/** What differs between two sets, by name. */
export function changedNames(now: OpenVariables, then: OpenVariables): string[] {
  const names = [...new Set([...Object.keys(now), ...Object.keys(then)])].sort();
  return names.filter((name) => now[name]?.value !== then[name]?.value);
}
