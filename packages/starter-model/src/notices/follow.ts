/** Automations follow the fields and tables that they speak of: a new name is taken over, and one whose field is gone goes with it. */

import { automationFaults } from "@edgewright/automations/files";
import type { Automation, AutomationStep } from "@edgewright/contracts";
import type { Draft } from "../change/draft.ts";

export function followInAutomations({ model, movedColumns, movedTables, told }: Draft): void {
  if (!model.automations) return;
  const facts = {
    schema: model.schema,
    roles: (model.manifest.roles ?? []).map(({ name }) => name),
    env: (model.manifest.env ?? []).map(({ name }) => name),
  };
  for (const [name, before] of Object.entries(model.automations)) {
    let automation = before;
    for (const [now, former] of movedTables) automation = renamedTable(automation, former, now);
    for (const { table, from, to } of movedColumns)
      if (to !== null) automation = renamedField(automation, table, { from, to }, facts.schema.tables);
    model.automations[name] = automation;
    const [fault] = automationFaults(automation, facts);
    if (!fault) continue;
    delete model.automations[name];
    told.push(`The automation “${automation.label}” spoke of what is gone, so it is gone too.`);
  }
}

function renamedTable(automation: Automation, from: string, to: string): Automation {
  const { when } = automation;
  const steps = automation.do.map(
    (step): AutomationStep => (step.step === "create" && step.table === from ? { ...step, table: to } : step),
  );
  return { ...automation, when: "table" in when && when.table === from ? { ...when, table: to } : when, do: steps };
}

type Tables = readonly { name: string; columns: readonly { name: string; ref?: string | undefined }[] }[];

function renamedField(automation: Automation, table: string, { from, to }: { from: string; to: string }, tables: Tables): Automation {
  const { when } = automation;
  const own = "table" in when && when.table === table;
  const through =
    "table" in when
      ? (tables.find(({ name }) => name === when.table)?.columns ?? []).filter(({ ref }) => ref === table).map(({ name }) => name)
      : [];
  const text = (given: string): string =>
    given.replace(/\{([a-z]\w*)(\.[a-z]\w*)?\}/gi, (all, head: string, rest = "") => {
      if (own && head === from) return `{${to}${rest}}`;
      return through.includes(head) && rest === `.${from}` ? `{${head}.${to}}` : all;
    });
  const condition = (given: string): string =>
    own
      ? given.replace(
          new RegExp(`('(?:[^'\\\\]|\\\\.)*')|\\b(row|old)\\.${from}\\b`, "g"),
          (all, quoted: string | undefined, of: string) => (quoted ? all : `${of}.${to}`),
        )
      : given;
  return {
    ...automation,
    when: own && "field" in when && when.field === from ? { ...when, field: to } : when,
    ...(automation.if !== undefined && { if: condition(automation.if) }),
    do: automation.do.map((step): AutomationStep => {
      if (step.step === "mail") return { ...step, to: step.to.map(text), subject: text(step.subject), text: text(step.text) };
      if (step.step === "call") return step;
      const target = step.step === "create" ? step.table === table : own;
      const values = Object.entries(step.values).map(([name, value]) => [
        target && name === from ? to : name,
        typeof value === "string" ? text(value) : value,
      ]);
      return { ...step, values: Object.fromEntries(values) };
    }),
  };
}
