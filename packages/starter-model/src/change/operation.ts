/** A follow-up as data: what it changes of the app, each named by what the app calls it. Read from clauses by `read.ts`, done by `apply.ts`. */
import type { AppRole, Automation, Column, NeededVariable, RowSort, Table, TablePolicy } from "@edgewright/contracts";
import type { Condition, FigureOf, FormView, FromToday, ListTool, Mark } from "../app-model.ts";
import type { ViewWish } from "../describe/view-reading.ts";
import type { NeedKind } from "../knowledge/need-words.ts";
import type { Style } from "../words/styles.ts";

/** A field of a table, by their names. */
export type FieldAt = { table: string; column: string };

export type Operation =
  | { do: "add-fields"; table: string; columns: Column[] }
  | { do: "remove-field"; at: FieldAt }
  | { do: "rename-field"; at: FieldAt; to: string }
  | { do: "retype-field"; at: FieldAt; as: Pick<Column, "type" | "format" | "options">; said: string }
  | { do: "require"; at: FieldAt; on: boolean }
  | { do: "bound-field"; at: FieldAt; min?: number; max?: number }
  | { do: "unique"; at: FieldAt; on: boolean }
  | { do: "default"; at: FieldAt; value: string | number | boolean }
  /** In forms, lists and pages: before another field, or at the end. */
  | { do: "move-field"; at: FieldAt; before: string | null }
  | { do: "field-to-table"; at: FieldAt; called: string; columns: Column[] }
  /** All the options as they are to be; `renamed` where one only has another word now. */
  | { do: "set-options"; at: FieldAt; options: string[]; renamed?: { from: string; to: string } }
  /** `fields` are more of a table that is there already, by its name. */
  | { do: "add-tables"; tables: Table[]; fields: { table: string; columns: Column[] }[] }
  | { do: "remove-table"; table: string }
  /** Its list comes first, and the start page begins with it. */
  | { do: "main"; table: string }
  | { do: "rename-role"; role: string; to: string }
  | { do: "remove-role"; role: string }
  /** What a first description may ask for as well: rules, fields that are worked out, screens, figures. */
  | { do: "meet"; kind: NeedKind; clause: string; table: string }
  | { do: "rename-table"; table: string; to: string }
  | { do: "relate"; from: string; to: string; many?: boolean }
  | { do: "add-screen"; wish: ViewWish | Omit<FormView, "key" | "path">; instead?: string }
  | { do: "remove-screen"; key: string }
  | { do: "rename-screen"; key: string; to: string }
  | { do: "screen-first"; key: string }
  | { do: "sort"; table: string; sort: RowSort[] }
  /** What the table's list shows unless told otherwise; all for none. */
  | { do: "filter"; table: string; where: Condition[]; title: string }
  | { do: "add-figures"; table: string; figures: FigureOf[] }
  | { do: "remove-figures"; table: string; names: string[] }
  /** The rows that stand out in the table's lists; none for null. */
  | { do: "mark"; table: string; mark: Mark | null }
  | { do: "list-tool"; table: string; tool: ListTool }
  /** Rows with the same value stand together in the table's list; null: they do not. */
  | { do: "group"; table: string; by: string | null }
  /** In the table's lists alone. */
  | { do: "hide-field"; at: FieldAt; on: boolean }
  /** A number that follows from a day and today, where rows are shown. */
  | { do: "count-from-today"; counted: FromToday }
  /** `said`: what is told of it. `needs`: a variable that the app then declares. */
  | { do: "automate"; name: string; automation: Automation; said: string; needs: NeededVariable | null }
  | { do: "stop-automation"; name: string }
  | { do: "style"; styles: Style[] }
  | { do: "currency"; currency: string }
  /** Sample rows in, or out. */
  | { do: "samples"; on: boolean }
  /** `roles` are those that the rules ask for. */
  | { do: "policy"; table: string; policy: Partial<TablePolicy>; roles: AppRole[] }
  /** Whoever may, for null. */
  | { do: "field-policy"; at: FieldAt; action: "read" | "write"; who: AppRole[] | null }
  | { do: "open-form"; table: string }
  | { do: "link"; open: boolean }
  | { do: "call-app"; name: string }
  | { do: "icon"; icon: string }
  | { do: "accent"; accent: string; said: string };

/** What a clause came to. `refused` is understood and cannot be done: what, why, and the nearest that can. */
export type ClauseReading = { kind: "done"; operations: Operation[] } | { kind: "refused"; why: string } | { kind: "unread" };

export const done = (...operations: Operation[]): ClauseReading => ({ kind: "done", operations });
export const refused = (why: string): ClauseReading => ({ kind: "refused", why });
