/** Turns, checks and repairs until the app holds, then its version. */
import { weightOf } from "@edgewright/app-check";
import type { FileMap, Finding, Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { closeDone, closeFailed } from "../run/closing.ts";
import type { JobRun } from "../run/job-run.ts";
import { type CheckEntry, ResetEntry } from "../run/job-state.ts";
import { runTurns } from "../run/run-turns.ts";
import { check } from "./check.ts";
import { commit } from "./commit.ts";
import { findingIdentity } from "./finding-identity.ts";
import { findingsText } from "./findings-text.ts";

type BestState = { weight: number; files: FileMap; findings: Finding[] };

export async function build(run: JobRun): Promise<Outcome<void>> {
  const { fixRounds } = run.start.settings;
  const carried = await carryOver(run);
  if (!carried.ok) return carried;
  let turn = 0;
  let best: BestState | null = null;
  let given: Finding[] = [];
  for (let round = 0; ; round++) {
    const worked = await runTurns(run, turn);
    if (!worked.ok) return worked;
    turn = worked.value.turns;
    if (run.working.changedPaths().length === 0) return closeDone(run, worked.value.summary, null);
    const checked = await check(run, `check:${round}`);
    if (!checked.ok) return checked;
    if (checked.value.ok) return commit(run, checked.value, worked.value.summary, turn);
    const { findings } = checked.value;
    const state: BestState = { weight: weightOf(findings), files: run.working.all(), findings };
    let stuck: Finding | null = null;
    if (best === null || state.weight < best.weight) best = state;
    else stuck = repeatedFinding(given, findings);
    if (stuck || round === fixRounds) return unrepaired(run, best, stuck ? stuckFailure(stuck) : exhausted(best.findings, fixRounds));
    given = findings;
    startFix(run, round + 1, checked.value);
  }
}

/** What the job goes on from is laid in the draft first. */
async function carryOver(run: JobRun): Promise<Outcome<void>> {
  if (!run.start.carried) return ok(undefined);
  return setTo(run, "carried", run.start.carried.files);
}

function startFix(run: JobRun, round: number, { findings }: CheckEntry): void {
  run.lease.say(
    { type: "job.status", data: { status: "fixing" } },
    { type: "fix.started", data: { round, of: run.start.settings.fixRounds, findings: findings.length } },
  );
  run.messages.push({ role: "user", content: findingsText(findings, run.working.all()) });
}

/** A finding the model was given already and did not get rid of, while nothing else became better either. */
function repeatedFinding(given: readonly Finding[], findings: readonly Finding[]): Finding | null {
  const before = new Set(given.map(findingIdentity));
  return findings.find((finding) => before.has(findingIdentity(finding))) ?? null;
}

const stuckFailure = ({ file, line, message }: Finding) =>
  fail(
    "repair_stuck",
    `The repair went in circles: ${file}:${line} says the same as before (${message.slice(0, 300)}). The working version stays live.`,
    {
      next: "Say how it should be solved, or choose another model and press Continue.",
    },
  ).error;

function exhausted(findings: readonly Finding[], rounds: number) {
  const left = findings.length === 1 ? "One problem is" : `${findings.length} problems are`;
  const after = rounds === 0 ? "" : ` after ${rounds} ${rounds === 1 ? "round" : "rounds"} of repair`;
  return fail(
    findings.every(({ code }) => code === "BOOT") ? "boot_failed" : "checks_failed",
    `${left} left${after}. The working version stays live.`,
    { next: "Press Continue to go on from here, or say what to do differently." },
  ).error;
}

/** The draft that is kept is the best state the job came to, which is not always the last. */
async function unrepaired(run: JobRun, best: BestState, error: ReturnType<typeof exhausted>): Promise<Outcome<void>> {
  const set = await setTo(run, "best", best.files);
  return set.ok ? closeFailed(run, error, best.findings) : set;
}

/** Sets the draft to these files, as a step of its own in the journal. */
async function setTo(run: JobRun, step: string, files: FileMap): Promise<Outcome<void>> {
  const earlier = await run.earlier(step, ResetEntry);
  if (earlier) {
    run.working.restore(earlier.changes);
    return ok(undefined);
  }
  run.working.beginTurn();
  const reset = await run.working.reset(files);
  if (!reset.ok) return reset;
  const changes = run.working.turnChanges();
  return changes.length === 0 ? ok(undefined) : run.finishLarge(step, { changes });
}
