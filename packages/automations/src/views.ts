/** Automations and their runs as lists show them. */
import type { AppSchema, AutomationRun, AutomationView, StepResult } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import { rowOf } from "./effects.ts";
import type { RunRow } from "./store/runs.ts";
import type { Spec } from "./store/specs.ts";
import { describeStep, describeWhen } from "./words/describe.ts";
import { shownValue, titleColumn } from "./words/shown-value.ts";

type State = { off: boolean; next: number | null; runs: AutomationView["runs"] };

export const viewOf = ({ name, automation }: Spec, schema: AppSchema, { off, next, runs }: State): AutomationView => ({
  ...{ name, label: automation.label, off, runs },
  when: describeWhen(automation, schema),
  does: automation.do.map((step) => describeStep(step, schema)),
  nextAt: next === null ? null : iso(next),
  table: "table" in automation.when ? automation.when.table : null,
  calls: automation.do.some(({ step }) => step === "call"),
});

export function runView(run: RunRow, { label, schema, steps }: { label: string; schema: AppSchema; steps: StepResult[] }): AutomationRun {
  const { id, name, state, at, ended, attempts, due, reason } = run;
  return {
    ...{ id, automation: name, label, state, attempts, reason, steps, row: rowShown(run, schema) },
    at: iso(at),
    endedAt: ended === null ? null : iso(ended),
    nextAt: state === "waiting" && reason !== null ? iso(due) : null,
  };
}

function rowShown(run: RunRow, { tables }: AppSchema): AutomationRun["row"] {
  const row = rowOf(run);
  if (!row) return null;
  const title = titleColumn(tables.find(({ name }) => name === row.table)?.columns ?? []);
  return { table: row.table, id: row.id, title: title ? shownValue(title, row.values[title.name], "UTC").slice(0, 120) : row.id };
}
