/** Names for the rows that reference columns point at, and the choices a reference has. */
import type { AppSchema, Column, People, RowPage, Table } from "@edgewright/contracts";
import { useEffect, useState } from "react";
import { call } from "../../api/browser.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

export type Choice = { id: string; label: string };
/** By table; people under a name that no table has. */
export type References = Readonly<Record<string, Choice[]>>;
const PEOPLE = "(people)";

/** What a field that names rows or people can be. */
export const choicesFor = ({ type, ref }: Column, references: References): readonly Choice[] =>
  references[type === "user" ? PEOPLE : (ref ?? "")] ?? NONE;
const NONE: readonly Choice[] = [];

const MOST = 1000;

export function useReferences(table: Table, schema: AppSchema, shown: boolean): References {
  const { project } = useWorkspace();
  const [references, setReferences] = useState<References>({});
  useEffect(() => {
    if (!shown) return;
    const controller = new AbortController();
    const targets = new Set(table.columns.flatMap((column) => column.ref ?? []));
    for (const target of schema.tables.filter(({ name }) => targets.has(name))) {
      const q = encodeURIComponent(JSON.stringify({ limit: MOST }));
      call<RowPage>("GET", projectPath(project, `/data/tables/${target.name}/rows?q=${q}`), { signal: controller.signal }).then((page) => {
        if (!page.ok || controller.signal.aborted) return;
        const choices = page.value.rows.map((row) => ({ id: row.id, label: labelOf(target, row) }));
        setReferences((before) => ({ ...before, [target.name]: choices }));
      });
    }
    if (table.columns.some(({ type }) => type === "user"))
      call<People>("GET", projectPath(project, "/data/people"), { signal: controller.signal }).then((answer) => {
        if (!answer.ok || controller.signal.aborted) return;
        const choices = answer.value.people.map(({ id, name }) => ({ id, label: name }));
        setReferences((before) => ({ ...before, [PEOPLE]: choices }));
      });
    return () => controller.abort();
  }, [table, schema, project, shown]);
  return references;
}

/** A row is called by its first text. */
function labelOf(table: Table, row: Record<string, unknown>): string {
  const column = table.columns.find(({ type }) => type === "text") ?? table.columns[0];
  const value = column ? row[column.name] : null;
  return typeof value === "string" && value !== "" ? value : String(row.id);
}
