/** What is wrong with an automation, given the app's tables and roles: what its shape cannot say. */
import { type AppSchema, type Automation, type AutomationStep, type Column, isGiven, type Table } from "@edgewright/contracts";
import { compile } from "@edgewright/expressions";
import { scheduleProblem } from "../clockwork.ts";
import { recipientOf } from "../words/recipients.ts";
import { fieldsIn, placeOf, placesOf } from "../words/template.ts";

export type AutomationFault = { path: PropertyKey[]; message: string };
/** `env`: the variables that `app.json` declares. */
export type AppFacts = { schema: AppSchema; roles: readonly string[]; env: readonly string[] };

const DAYS: ReadonlySet<Column["type"]> = new Set(["date", "datetime"]);

export function automationFaults(automation: Automation, facts: AppFacts): AutomationFault[] {
  const { when, if: condition, zone } = automation;
  if (when.event === "schedule") {
    const problem = scheduleProblem(when.cron, zone);
    return [
      ...(problem === null ? [] : [{ path: ["when", "cron"], message: problem }]),
      ...(condition === undefined
        ? []
        : [{ path: ["if"], message: "A schedule has no row, so there is nothing to ask of one: leave out “if”." }]),
      ...inSteps(automation, null, facts),
    ];
  }
  const table = facts.schema.tables.find(({ name }) => name === when.table);
  if (!table) return [{ path: ["when", "table"], message: noTable(when.table, facts) }];
  return [...inWhen(automation, table), ...inCondition(automation, table), ...inSteps(automation, table, facts)];
}

const noTable = (name: string, { schema }: AppFacts): string =>
  `There is no table "${name}"; tables: ${schema.tables.map((table) => table.name).join(", ")}.`;
const noField = (name: string, { columns }: Table): string =>
  `There is no field "${name}"; fields: ${columns.map((column) => column.name).join(", ")}.`;

function inWhen({ when }: Automation, table: Table): AutomationFault[] {
  if (!("field" in when) || when.field === undefined) return [];
  const column = table.columns.find(({ name }) => name === when.field);
  if (!column) return [{ path: ["when", "field"], message: noField(when.field, table) }];
  if (when.event === "due" && !DAYS.has(column.type))
    return [{ path: ["when", "field"], message: `"${when.field}" is of type ${column.type}; only a date or a datetime comes due.` }];
  return when.event === "changed" ? ["from" as const, "to" as const].flatMap((side) => noOption(column, when[side], side)) : [];
}

const noOption = ({ type, options = [] }: Column, value: unknown, side: string): AutomationFault[] =>
  type === "select" && typeof value === "string" && !options.includes(value)
    ? [{ path: ["when", side], message: `"${value}" is none of the options: ${options.join(", ")}.` }]
    : [];

function inCondition({ when, if: condition }: Automation, { columns }: Table): AutomationFault[] {
  if (condition === undefined)
    return when.event === "becomes"
      ? [{ path: ["when", "event"], message: "What a row becomes is said by “if”, a condition over it." }]
      : [];
  const read = compile(condition, { columns, old: true, user: false });
  if (read.ok) return [];
  return [{ path: ["if"], message: `The condition "${condition}" ${read.problem.message} (at character ${read.problem.at + 1}).` }];
}

const inSteps = (automation: Automation, table: Table | null, facts: AppFacts): AutomationFault[] =>
  automation.do.flatMap((step, at) => inStep(step, { automation, table, facts, path: ["do", at] }));

type Where = { automation: Automation; table: Table | null; facts: AppFacts; path: PropertyKey[] };

function inStep(step: AutomationStep, where: Where): AutomationFault[] {
  const { automation, table, facts, path } = where;
  switch (step.step) {
    case "mail":
      return [
        ...step.to.flatMap((to, at) => inRecipient(to, { ...where, path: [...path, "to", at] })),
        ...inText(step.subject, { ...where, path: [...path, "subject"] }),
        ...inText(step.text, { ...where, path: [...path, "text"] }),
      ];
    case "change":
      if (!table || automation.when.event === "deleted")
        return [{ path: [...path, "step"], message: "There is no row to change, when the row is deleted or time alone sets it off." }];
      return inValues(step.values, table, where);
    case "create": {
      const target = facts.schema.tables.find(({ name }) => name === step.table);
      return target ? inValues(step.values, target, where) : [{ path: [...path, "table"], message: noTable(step.table, facts) }];
    }
    case "call":
      return inCall(step, where);
  }
}

const VARIABLE = /\{env\.(\w+)\}/g;

function inCall({ url, headers = {}, body }: Extract<AutomationStep, { step: "call" }>, where: Where): AutomationFault[] {
  const named = [
    { text: url, path: [...where.path, "url"] },
    ...Object.entries(headers).map(([name, text]) => ({ text, path: [...where.path, "headers", name] })),
  ];
  return [
    ...named.flatMap(({ text, path }) =>
      [...text.matchAll(VARIABLE)].flatMap(([, name = ""]) =>
        where.facts.env.includes(name)
          ? []
          : [{ path, message: `The app declares no variable "${name}": add { "name": "${name}" } to "env" in app.json.` }],
      ),
    ),
    ...textsIn(body, [...where.path, "body"]).flatMap(({ text, path }) =>
      /\{env\./.test(text)
        ? [{ path, message: "A variable of the app stands in the address or in a header, never in what is kept." }]
        : inText(text, { ...where, path }),
    ),
  ];
}

const textsIn = (value: unknown, path: PropertyKey[]): { text: string; path: PropertyKey[] }[] =>
  typeof value === "string"
    ? [{ text: value, path }]
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, entry]) => textsIn(entry, [...path, name]))
      : [];

function inRecipient(text: string, where: Where): AutomationFault[] {
  const { table, facts, path } = where;
  const recipient = recipientOf(text);
  if (!recipient)
    return [{ path, message: `"${text}" is no address; there are also {field}, "admins", "members", "author" and "role:NAME".` }];
  if (recipient.kind === "author" && !table) return [{ path, message: "A schedule has no row, and so nobody who added it." }];
  if (recipient.kind === "role" && !facts.roles.includes(recipient.role))
    return [{ path, message: `The app has no role "${recipient.role}"; roles: ${facts.roles.join(", ") || "none"}.` }];
  if (recipient.kind !== "field") return [];
  const faults = inText(text, where);
  const place = table && placeOf(recipient.path, table, facts.schema);
  if (faults.length > 0 || !place || ["email", "user"].includes(place.column.type)) return faults;
  return [{ path, message: `"${recipient.path}" is of type ${place.column.type}; a mail goes to a field of type email or user.` }];
}

function inText(text: string, { table, facts, path }: Where): AutomationFault[] {
  return fieldsIn(text).flatMap((named) => {
    if (!table) return [{ path, message: `A schedule has no row, so there is no {${named}}.` }];
    if (placeOf(named, table, facts.schema)) return [];
    return [{ path, message: `There is no {${named}} here; there are ${placesOf(table, facts.schema).join(", ")} and id.` }];
  });
}

const inValues = (values: Record<string, unknown>, target: Table, where: Where): AutomationFault[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const path = [...where.path, "values", name];
    const column = target.columns.find((candidate) => candidate.name === name);
    if (!column) return [{ path, message: noField(name, target) }];
    if (isGiven(column)) return [{ path, message: `"${name}" is worked out or numbered by the platform: nothing writes it.` }];
    return typeof value === "string" ? inText(value, { ...where, path }) : [];
  });
