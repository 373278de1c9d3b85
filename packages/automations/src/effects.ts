/** What a step needs of the rows before it can be done: its texts' fields as they are, its values filled in. */
import type { AppSchema, AutomationStep, Column, DataScope, Json, ShownValue, Table } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import type { DataStore } from "@edgewright/data-store";
import type { RowOfRun, RunRow } from "./store/runs.ts";
import type { Spec } from "./store/specs.ts";
import { recipientOf } from "./words/recipients.ts";
import { shownValue, titleColumn } from "./words/shown-value.ts";
import { fieldsIn, fillIn, onlyField, placeOf } from "./words/template.ts";

export type Rows = Pick<DataStore, "schema" | "get" | "list" | "create" | "update">;
/** What of an effect is the same each time that it is begun. */
export type GivenEffect =
  | { step: "mail"; to: string[]; subject: string; text: string; values: Record<string, ShownValue>; author: string | null }
  | { step: "call"; url: string; headers: Record<string, string>; body: string; own: boolean };

export const scopeOf = (name: string): DataScope => ({ channel: "current", actor: { kind: "automation", name } });

export const rowOf = ({ table_name, row_id, row, old, author }: RunRow): RowOfRun | null =>
  table_name === null || row_id === null
    ? null
    : { table: table_name, id: row_id, values: JSON.parse(row ?? "{}"), old: old === null ? null : JSON.parse(old), author };

/** A field's value as it is, and as what. */
type Found = { column: Column; value: unknown };

export class RowReader {
  private readonly rows: Rows;
  private readonly schema: AppSchema;
  private readonly spec: Spec;
  private readonly row: RowOfRun | null;
  private readonly table: Table | undefined;

  constructor(rows: Rows, spec: Spec, row: RowOfRun | null) {
    this.rows = rows;
    this.schema = rows.schema("current");
    this.spec = spec;
    this.row = row;
    this.table = this.schema.tables.find(({ name }) => name === row?.table);
  }

  async shown(path: string): Promise<ShownValue> {
    const found = await this.find(path);
    if (!found) return { text: "" };
    const { column, value } = found;
    if (column.type === "user") return { people: typeof value === "string" ? [value] : [] };
    if (column.type === "reference" || column.type === "references") return { text: await this.titles(column, value) };
    return { text: shownValue(column, value, this.spec.automation.zone) };
  }

  /** Of a text that is nothing but a field, that field's own value. */
  async filled(value: Json): Promise<Json> {
    if (typeof value !== "string") return value;
    const only = onlyField(value);
    if (only !== null) return ((await this.find(only))?.value as Json | undefined) ?? null;
    const shown = new Map<string, string>();
    for (const path of fieldsIn(value)) {
      const one = await this.shown(path);
      shown.set(path, "text" in one ? one.text : one.people.join(", "));
    }
    return fillIn(value, (path) => shown.get(path) ?? "");
  }

  /** All texts in it filled in. */
  async deep(value: Json): Promise<Json> {
    if (Array.isArray(value)) return Promise.all(value.map((entry) => this.deep(entry)));
    if (typeof value !== "object" || value === null) return this.filled(value);
    return Object.fromEntries(
      await Promise.all(Object.entries(value).map(async ([name, entry]) => [name, await this.deep(entry)] as const)),
    );
  }

  private async find(path: string): Promise<Found | null> {
    if (!this.row || !this.table) return null;
    const place = placeOf(path, this.table, this.schema);
    if (!place) return null;
    const { values, id } = this.row;
    if (!place.through) return { column: place.column, value: place.column.name === "id" ? id : values[place.column.name] };
    const behind = values[place.through.name];
    // Who it is is for whoever knows people: they are named, or written to, by their id.
    if (place.through.type === "user") return { column: place.through, value: behind };
    const row = await this.behind(place.through, behind);
    return row && { column: place.column, value: row[place.column.name] };
  }

  private async titles({ ref }: Column, value: unknown): Promise<string> {
    const target = this.schema.tables.find(({ name }) => name === ref);
    const title = target && titleColumn(target.columns);
    if (!target || !title) return "";
    const names: string[] = [];
    for (const id of Array.isArray(value) ? value : [value]) {
      const row = await this.behind({ ref: target.name }, id);
      if (row) names.push(shownValue(title, row[title.name], this.spec.automation.zone));
    }
    return names.join(", ");
  }

  private async behind({ ref }: Pick<Column, "ref">, id: unknown): Promise<Record<string, unknown> | null> {
    if (ref === undefined || typeof id !== "string") return null;
    const row = await this.rows.get(scopeOf(this.spec.name), ref, id);
    return row.ok ? row.value : null;
  }
}

/** What only the outside can do; null: the step is one of rows. */
export async function givenEffect(rows: Rows, spec: Spec, run: RunRow, step: AutomationStep): Promise<GivenEffect | null> {
  const row = rowOf(run);
  const reader = new RowReader(rows, spec, row);
  if (step.step === "call") {
    const { url, headers = {}, body } = step;
    const own = body !== undefined;
    return { step: "call", url, headers, own, body: own ? JSON.stringify(await reader.deep(body)) : bodyOf(spec, run, row) };
  }
  if (step.step !== "mail") return null;
  const { to, subject, text } = step;
  const paths = [subject, text, ...to.filter((one) => recipientOf(one)?.kind === "field")].flatMap(fieldsIn);
  const values: Record<string, ShownValue> = {};
  for (const path of new Set(paths)) values[path] = await reader.shown(path);
  return { step: "mail", to, subject, text, values, author: row?.author ?? null };
}

/** What is sent to an address: the event, with the row as it was then. */
function bodyOf({ name, automation: { when } }: Spec, { id, at }: RunRow, row: RowOfRun | null): string {
  const rowSent = row && { table: row.table, row: { id: row.id, ...row.values }, ...(row.old && { old: row.old }) };
  return JSON.stringify({ type: `row.${when.event}`, timestamp: iso(at), data: { automation: name, run: id, ...rowSent } });
}
