/** An automation in words, as lists and summaries have it. */
import type { AppSchema, Automation, AutomationStep, Column, Table, When } from "@edgewright/contracts";

const tableOf = (name: string, { tables }: AppSchema): Table | undefined => tables.find((table) => table.name === name);
const labelOfTable = (name: string, schema: AppSchema): string => tableOf(name, schema)?.label ?? name;
const labelOfField = (table: string, field: string, schema: AppSchema): string =>
  tableOf(table, schema)?.columns.find((column: Column) => column.name === field)?.label ?? field;

export function describeWhen({ when, if: condition, zone }: Pick<Automation, "when" | "if" | "zone">, schema: AppSchema): string {
  const under = condition === undefined ? "" : ` if ${condition}`;
  switch (when.event) {
    case "created":
      return `A row is added to ${labelOfTable(when.table, schema)}${under}`;
    case "deleted":
      return `A row of ${labelOfTable(when.table, schema)} is deleted${under}`;
    case "changed":
      return `${changed(when, schema)}${under}`;
    case "becomes":
      return `A row of ${labelOfTable(when.table, schema)} comes to be so that ${condition ?? "it is there"}`;
    case "due":
      return `${days(when, schema)}, at ${when.at} (${zone})${under}`;
    case "schedule":
      return `At ${when.cron} (${zone})${under}`;
  }
}

function changed({ table, field, from, to }: Extract<When, { event: "changed" }>, schema: AppSchema): string {
  const of = labelOfTable(table, schema);
  if (field === undefined) return `A row of ${of} is changed`;
  const was = from === undefined ? "" : ` from ${shown(from)}`;
  return `${labelOfField(table, field, schema)} of ${of} changes${was}${to === undefined ? "" : ` to ${shown(to)}`}`;
}

function days({ table, field, daysBefore }: Extract<When, { event: "due" }>, schema: AppSchema): string {
  const what = `${labelOfField(table, field, schema)} of ${labelOfTable(table, schema)}`;
  if (daysBefore === 0) return `On the day of ${what}`;
  const count = Math.abs(daysBefore);
  return `${count} ${count === 1 ? "day" : "days"} ${daysBefore > 0 ? "before" : "after"} ${what}`;
}

const shown = (value: unknown): string => (typeof value === "string" ? `“${value}”` : JSON.stringify(value));

export function describeStep(step: AutomationStep, schema: AppSchema): string {
  switch (step.step) {
    case "mail":
      return `Mail to ${step.to.join(", ")}: ${step.subject}`;
    case "change":
      return `Changes ${Object.keys(step.values).join(", ")} of the row`;
    case "create":
      return `Adds a row to ${labelOfTable(step.table, schema)}`;
    case "call":
      return `Sends ${step.body === undefined ? "the row" : "a message"} to ${/\{env\./.test(step.url) ? step.url : (URL.parse(step.url)?.host ?? step.url)}`;
  }
}
