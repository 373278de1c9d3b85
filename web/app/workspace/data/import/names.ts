/** What the rows and people are called that a file names: read once, before its rows are. */
import type { AppSchema, Column, People, RowPage, Table } from "@edgewright/contracts";
import type { Answer } from "../../../api/answer.ts";
import { call } from "../../../api/browser.ts";
import { labelOf } from "../references.ts";
import { type Names, namesFrom } from "./to-value.ts";

const PAGE = 1000;

export type NamesOf = (column: Column) => Names | undefined;

/** @param data the path of the project's data */
export async function loadNames(
  data: string,
  columns: readonly Column[],
  { tables }: AppSchema,
  signal: AbortSignal,
): Promise<Answer<NamesOf>> {
  const targets = tables.filter(({ name }) => columns.some(({ ref }) => ref === name));
  const known = new Map<string, Names>();
  for (const table of targets) {
    const names = await namesOfRows(data, table, signal);
    if (!names.ok) return names;
    known.set(table.name, names.value);
  }
  let people: Names | undefined;
  if (columns.some(({ type }) => type === "user")) {
    const answer = await call<People>("GET", `${data}/people`, { signal });
    if (!answer.ok) return answer;
    people = namesFrom(answer.value.people.map(({ id, name }) => [id, name]));
  }
  return { ok: true, value: ({ type, ref }) => (type === "user" ? people : known.get(ref ?? "")) };
}

async function namesOfRows(data: string, table: Table, signal: AbortSignal): Promise<Answer<Names>> {
  const called: [id: string, name: string][] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const asked = encodeURIComponent(JSON.stringify({ limit: PAGE, cursor }));
    const page: Answer<RowPage> = await call<RowPage>("GET", `${data}/tables/${table.name}/rows?q=${asked}`, { signal });
    if (!page.ok) return page;
    called.push(...page.value.rows.map((row): [string, string] => [row.id, labelOf(table, row)]));
    cursor = page.value.cursor;
  }
  return { ok: true, value: namesFrom(called) };
}
