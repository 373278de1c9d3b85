/** How soon the platform is back after a process of it was killed hard, and a job that was at work goes on. By a fixed procedure, one kill after the other. */
import { WELL_MS } from "../scripts/platform/supervisor.mjs";
import { createProject, events, fetchAlone, follow, jobEnd, type Person, signUp } from "../tests/platform/client.ts";
import { PATIENCE_MS } from "../tests/platform/patience.ts";
import { killAll, type Platform } from "../tests/platform/platform.ts";
import { quantile } from "./quantile.ts";

const PROMPT = "A todo list with title, due date, priority (low, medium, high) and done";
const LOOK_MS = 20;

export type Recovery = {
  /** From the kill of all of core until it answers. */
  core: number[];
  /** From the kill of all of dispatch until it answers. */
  dispatch: number[];
  /** From the kill of all of core in the middle of a type check until its job begins anew. */
  coreJob: number[];
  /** What the kill of the compiler in the middle of a type check adds to that check, which begins anew in a new compiler. */
  compilerJob: number[];
};

export async function benchRecovery(platform: Platform, n: number): Promise<Recovery> {
  const person = await signUp(platform.url);
  const rounds = async (measure: () => Promise<number>) => {
    const samples: number[] = [];
    for (let round = 0; round < n; round++) {
      // What ended a moment ago is started anew ever later.
      await new Promise((resolve) => setTimeout(resolve, WELL_MS));
      samples.push(await measure());
    }
    return samples;
  };
  const core = () => answers(`${platform.url}/api/health`);
  const dispatch = () => answers(`http://127.0.0.1:${platform.appsPort}/_health`);
  const recovery = {
    core: await rounds(() => killed(platform, "core", core)),
    dispatch: await rounds(() => killed(platform, "dispatch", dispatch)),
    coreJob: await rounds(() => coreKilledAtWork(platform, person)),
  };
  const cold = await rounds(async () => {
    await killed(platform, "compiler", async () => platform.processes("compiler").length === 2);
    return check(person, () => undefined);
  });
  const again = await rounds(() => check(person, () => killAll(platform.processes("compiler"))));
  return { ...recovery, compilerJob: again.map((ms) => ms - quantile(cold, 0.5)) };
}

const answers = (url: string) =>
  fetchAlone(url, { signal: AbortSignal.timeout(1000) }).then(
    ({ ok }) => ok,
    () => false,
  );

async function killed(platform: Platform, unit: string, isBack: () => Promise<boolean>): Promise<number> {
  const victims = new Set(platform.processes(unit));
  const started = performance.now();
  killAll([...victims]);
  await poll(async () => platform.processes(unit).every((pid) => !victims.has(pid)) && (await isBack()));
  return performance.now() - started;
}

/** Resolves with the time from the kill to the first event of the job that says that it began anew. */
async function coreKilledAtWork(platform: Platform, person: Person): Promise<number> {
  const { sessionId, jobId, seq } = await untilChecking(person);
  const started = performance.now();
  killAll(platform.processes("core"));
  const goesOn = async () => (await events(person, sessionId, seq).catch(() => [])).some(isBeginning);
  await poll(goesOn);
  const ms = performance.now() - started;
  const last = (await jobEnd(person, sessionId, jobId)).at(-1);
  if (last?.type !== "job.done") throw new Error(`The job ended with ${last?.type}`);
  return ms;
}

const isBeginning = ({ type, data }: { type: string; data: unknown }) =>
  type === "job.status" && (data as { status: string }).status === "planning";

/** How long a job's type check takes, with what `meanwhile` does at its start. */
async function check(person: Person, meanwhile: () => void): Promise<number> {
  const { sessionId, jobId, seq } = await untilChecking(person);
  const started = performance.now();
  meanwhile();
  for await (const { type } of follow(person, sessionId, seq, AbortSignal.timeout(PATIENCE_MS))) if (type === "check.finished") break;
  const ms = performance.now() - started;
  await jobEnd(person, sessionId, jobId);
  return ms;
}

async function untilChecking(person: Person): Promise<{ sessionId: string; jobId: string; seq: number }> {
  const { sessionId, jobId } = await createProject(person, PROMPT);
  if (!sessionId || !jobId) throw new Error("A prompt starts a session and a job");
  for await (const { type, seq } of follow(person, sessionId, 0, AbortSignal.timeout(PATIENCE_MS)))
    if (type === "check.started") return { sessionId, jobId, seq };
  throw new Error("The stream of a job was lost");
}

async function poll(holds: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > until) throw new Error("The platform did not come back");
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
