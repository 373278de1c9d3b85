/** Whether a change of a row sets an automation off. */
import type { AppSchema, Automation } from "@edgewright/contracts";
import { type Compiled, compile, evaluate, kindsOf } from "@edgewright/expressions";

export type Values = Record<string, unknown>;
/** A row that is there, or was; `before` null: it was not there. */
export type RowEvent = { type: "created" | "updated" | "deleted"; table: string; row: Values; before: Values | null };
/** Where it is asked: the moment, and the day it is there. */
export type Moment = { now: string; today: string };

/** Of one automation under the tables of the live version, read once. */
export class Trigger {
  private readonly automation: Automation;
  private readonly kinds: ReturnType<typeof kindsOf>;
  /** null: there is none; undefined: it cannot be read, so nothing is set off. */
  private readonly condition: Compiled | null | undefined;

  constructor(automation: Automation, schema: AppSchema) {
    const { when } = automation;
    this.automation = automation;
    const columns = "table" in when ? (schema.tables.find(({ name }) => name === when.table)?.columns ?? []) : [];
    this.kinds = kindsOf(columns);
    const read = automation.if === undefined ? null : compile(automation.if, { columns, old: true, user: false });
    this.condition = read === null ? null : read.ok ? read.value : undefined;
  }

  by({ type, table, row, before }: RowEvent, moment: Moment): boolean {
    const { when } = this.automation;
    if (!("table" in when) || when.table !== table) return false;
    switch (when.event) {
      case "created":
        return type === "created" && this.holds(row, {}, moment);
      case "deleted":
        return type === "deleted" && this.holds(row, row, moment);
      case "changed":
        return type === "updated" && before !== null && isChange(when, row, before) && this.holds(row, before, moment);
      case "becomes":
        return type !== "deleted" && this.holds(row, before ?? {}, moment) && (before === null || !this.holds(before, before, moment));
      case "due":
        return false;
    }
  }

  /** Where no condition is set, it holds; what cannot be said does not. */
  holds(row: Values, old: Values, moment: Moment): boolean {
    if (this.condition === null) return true;
    return this.condition !== undefined && evaluate(this.condition, { kinds: this.kinds, row, old, ...moment }) === true;
  }
}

function isChange({ field, from, to }: { field?: string; from?: unknown; to?: unknown }, row: Values, before: Values): boolean {
  if (field === undefined) return Object.keys({ ...row, ...before }).some((name) => !same(row[name], before[name]));
  if (same(row[field], before[field])) return false;
  return (from === undefined || same(before[field], from)) && (to === undefined || same(row[field], to));
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
