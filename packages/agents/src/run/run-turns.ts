/** Model turns until one ends the work. Before each, what people said meanwhile is heard; a turn may end with a wait for a person. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { freshTurn } from "../turn/turn-attempts.ts";
import type { JobRun } from "./job-run.ts";
import { TurnEntry } from "./job-state.ts";
import { awaitAnswers, awaitApproval } from "./pauses.ts";
import { takeSteering } from "./steering.ts";

const TURNS_MAX = 60;

/** Turns from number `from` on. */
export async function runTurns(run: JobRun, from: number): Promise<Outcome<{ turns: number; summary: string }>> {
  for (let turn = from + 1; turn <= TURNS_MAX; turn++) {
    const steered = await takeSteering(run, `${turn}`, isFresh(run, turn));
    if (!steered.ok) return steered;
    const taken = await turnOnce(run, turn);
    if (!taken.ok) return taken;
    if (run.repeated.endless) return run.repeated.endless;
    const { ending } = taken.value;
    const answered =
      ending.kind === "ask"
        ? await awaitAnswers(run, turn, ending)
        : ending.kind === "plan"
          ? await awaitApproval(run, turn)
          : ok(undefined);
    if (!answered.ok) return answered;
    if (ending.kind !== "finish") continue;
    const more = await takeSteering(run, `${turn + 1}`, isFresh(run, turn + 1));
    if (!more.ok) return more;
    if (more.value === 0) return ok({ turns: turn, summary: ending.summary });
  }
  return fail("model_no_answer", `The model did not finish within ${TURNS_MAX} turns.`, {
    next: "Press Continue, or ask for a smaller change.",
  });
}

/** A turn that was taken already has heard what it heard. */
const isFresh = (run: JobRun, turn: number) => run.done(`turn:${turn}`) === undefined;

async function turnOnce(run: JobRun, number: number): Promise<Outcome<TurnEntry>> {
  run.makeRoom();
  const earlier = await run.earlier(`turn:${number}`, TurnEntry);
  if (!earlier) return freshTurn(run, number);
  run.working.restore(earlier.changes);
  run.apply(earlier);
  return ok(earlier);
}
