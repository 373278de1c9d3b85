/** Names for the rows that reference columns point at, and the choices a reference has. */
import type { AppSchema, People, RowPage, Table } from "@edgewright/contracts";
import { useLoad, useLoadAll } from "../../api/use-load.ts";
import { pathAs } from "../seen-as/seen-as.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { labelOf, PEOPLE, type References } from "./references.ts";

const ALL = encodeURIComponent(JSON.stringify({ limit: 1000 }));

export function useReferences(table: Table, schema: AppSchema, shown: boolean): References {
  const { project, place } = useWorkspace();
  const wanted = new Set(table.columns.flatMap(({ ref }) => ref ?? []));
  const targets = schema.tables
    .filter(({ name }) => wanted.has(name))
    .map((target) => ({ target, path: pathAs(projectPath(project, `/data/tables/${target.name}/rows?q=${ALL}`), place.as) }));
  const pages = useLoadAll<RowPage>(shown ? targets.map(({ path }) => path) : []);
  const hasPeople = table.columns.some(({ type }) => type === "user");
  const { answer } = useLoad<People>(shown && hasPeople ? projectPath(project, "/data/people") : null, { hold: true });
  const rows = targets.map(({ target, path }) => [
    target.name,
    (pages.get(path)?.rows ?? []).map((row) => ({ id: row.id, label: labelOf(target, row) })),
  ]);
  const people = answer?.ok ? answer.value.people.map(({ id, name }) => ({ id, label: name })) : [];
  return { ...Object.fromEntries(rows), [PEOPLE]: people };
}
