/** What a new version's tables would take from the app's rows: what cannot be done goes back to the model, a loss to the person. */
import { type DataPlan, type DataStep, type Finding, type Outcome, stepsInTheWay } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { SCHEMA_PATH } from "../prompt/index.ts";
import type { JobRun } from "../run/job-run.ts";
import { awaitLoss } from "../run/pauses.ts";
import { runTurns } from "../run/run-turns.ts";
import { findingsText } from "./findings-text.ts";

/** Returns the last turn, once the model has answered what it was told, by the platform (`told`: for the second time) or the person. */
export async function settleLoss(run: JobRun, plan: DataPlan, turn: number, told: boolean): Promise<Outcome<number>> {
  const impossible = plan.steps.filter(({ effect }) => effect === "impossible");
  if (impossible.length > 0) {
    if (told) return unfit;
    run.messages.push({ role: "user", content: findingsText(impossible.map(findingOf), run.working.all()) });
  } else {
    const answered = await awaitLoss(run, turn, { steps: stepsInTheWay(plan, run.accepts) });
    if (!answered.ok) return answered;
  }
  const worked = await runTurns(run, turn);
  return worked.ok ? ok(worked.value.turns) : worked;
}

const findingOf = ({ says }: DataStep): Finding => ({
  ...{ file: SCHEMA_PATH, line: 0, column: 0, code: "DATA" },
  message: `${says} Leave the field as it is and add one of another name beside it.`,
});

const unfit = fail("checks_failed", "The rows that are there do not fit the new tables. The working version stays live.", {
  next: "Say how it should be done instead.",
});
