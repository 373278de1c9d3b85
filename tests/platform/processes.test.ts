/** Processes of a running platform killed hard, one by one and together: it comes back, its jobs go on, and nothing is left behind. `npm test` tries a share of the ways. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StreamEvent } from "@edgewright/contracts";
import { sampleOf } from "@edgewright/testing/share";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { beginningOf } from "../../scripts/platform/process-stat.mjs";
import { marked, RUN_VARIABLE, UNIT_VARIABLE } from "../../scripts/platform/processes.mjs";
import {
  createProject,
  enterPreview,
  events,
  fetchAlone,
  getProject,
  jobEnd,
  type Person,
  previewRequest,
  signUp,
  versions,
} from "./client.ts";
import { killAll, type Platform, startPlatform } from "./platform.ts";

const TODO = "A todo list with title, due date, priority (low, medium, high) and done";
/** What a process of the platform is made of, by their commands: Node, and the workerd that it runs. */
const PARTS = ["scripts/platform/", "workerd serve"];

/** Four do (core.mjs). */
const MORE_THAN_WORK_AT_ONCE = 6;

let platform: Platform;
let ada: Person;
beforeAll(async () => {
  platform = await startPlatform();
  ada = await signUp(platform.url);
});
afterAll(async () => {
  await platform?.stop();
  platform?.forget();
});

const holder = () => JSON.parse(readFileSync(join(platform.data, "running.json"), "utf8")) as { run: string; pid: number };
const processesOf = (run: string, unit?: string) => marked({ [RUN_VARIABLE]: run, ...(unit ? { [UNIT_VARIABLE]: unit } : {}) });
/** Of those that are still there. */
const whoseCommand = (pids: number[], part: string) =>
  pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").includes(part);
    } catch {
      return false;
    }
  });
const areGone = (pids: number[]) => expect.poll(() => pids.filter((pid) => beginningOf(pid) !== null)).toEqual([]);
const answers = () =>
  fetchAlone(`${platform.url}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );

async function build() {
  const { project, sessionId, jobId } = await createProject(ada, TODO);
  if (!sessionId || !jobId) throw new Error("A prompt starts a session and a job");
  return { projectId: project.id, sessionId, jobId };
}

async function isLive({ projectId, sessionId, jobId }: Awaited<ReturnType<typeof build>>) {
  expect((await jobEnd(ada, sessionId, jobId)).at(-1)).toMatchObject({ type: "job.done", data: { version: 1 } });
  expect(await versions(ada, projectId)).toMatchObject([{ number: 1, status: "ok", isCurrent: true }]);
  expect(await getProject(ada, projectId)).toMatchObject({ currentVersion: 1, busy: false });
  const { origin, cookie } = await enterPreview(ada, projectId);
  const visit = () =>
    previewRequest(`${origin}/`, { cookie }).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(visit).toBe(200);
}

describe.runIf(process.platform === "linux")("a process that is at work for a job", () => {
  const isWhole = (run: string, unit: string) =>
    expect.poll(() => PARTS.map((part) => whoseCommand(processesOf(run, unit), part).length)).toEqual([1, 1]);

  async function isBackAfter(unit: string, part: string, signal: "SIGKILL" | "SIGSTOP") {
    const { run } = holder();
    const work = await build();
    await isWhole(run, unit);
    const victims = whoseCommand(processesOf(run, unit), part);
    for (const pid of victims) process.kill(pid, signal);
    await areGone(victims);
    await isWhole(run, unit);
    await expect.poll(answers).toBe(true);
    await isLive(work);
  }

  const CASES = [
    ...["compiler", "dispatch", "core"].flatMap((unit) => PARTS.map((part) => ["killed", "SIGKILL", unit, part] as const)),
    ...["compiler", "core"].flatMap((unit) => PARTS.map((part) => ["stopped", "SIGSTOP", unit, part] as const)),
  ];

  it.each(sampleOf(CASES, 10))("and is %s (%s), %s, its %s: all of it is back, and the job ends in one version", (_, signal, unit, part) =>
    isBackAfter(unit, part, signal),
  );
});

async function coreKilledWhileJobsWait(): Promise<void> {
  const works = await Promise.all(Array.from({ length: MORE_THAN_WORK_AT_ONCE }, build));
  const isWaiting = ({ type, data }: StreamEvent) => type === "job.placed" && data.place > 0;
  const streams = () => Promise.all(works.map(({ sessionId }) => events(ada, sessionId)));
  await expect.poll(async () => (await streams()).flat().some(isWaiting)).toBe(true);
  killAll(platform.processes("core"));
  await expect.poll(answers).toBe(true);
  for (const { projectId, sessionId, jobId } of works) {
    const ends = (await jobEnd(ada, sessionId, jobId)).filter(({ type }) => /^job\.(done|failed|cancelled)$/.test(type));
    expect(ends).toMatchObject([{ type: "job.done", data: { version: 1 } }]);
    expect(await versions(ada, projectId)).toMatchObject([{ number: 1, isCurrent: true }]);
  }
}

async function supervisorKilledAlone(): Promise<void> {
  const { run, pid } = holder();
  process.kill(pid, "SIGKILL");
  await expect.poll(() => processesOf(run)).toEqual([]);
  await platform.stop();
  await platform.start();
  expect(holder().run).not.toBe(run);
}

async function starterInterrupted(): Promise<void> {
  await platform.leave();
  await platform.start();
}

async function workerdLeftBehind(): Promise<void> {
  const { run, pid } = holder();
  const stranger = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)", "workerd"], { stdio: "ignore" });
  onTestFinished(() => void stranger.kill());
  const killed = [pid, ...whoseCommand(processesOf(run), "scripts/platform/")];
  killAll(killed);
  await areGone(killed);
  expect(processesOf(run).length).toBeGreaterThan(0);
  await platform.start();
  expect(processesOf(run)).toEqual([]);
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  await isLive(await build());
}

async function secondStart(): Promise<void> {
  const env = { ...process.env, PORT: "1", APPS_PORT: "2", EDGEWRIGHT_DATA: platform.data };
  const second: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, "../../scripts/start.mjs")], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  second.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  expect(await once(second, "close")).toEqual([1, null]);
  expect(said).toContain(platform.url);
  await expect.poll(answers).toBe(true);
}

const CUTS: [string, () => Promise<void>][] = [
  ["core that is killed while jobs wait for a place ends each of them once, in one version", coreKilledWhileJobsWait],
  ["a platform that is cut off leaves nothing when the process that started it is killed alone", supervisorKilledAlone],
  [
    "a platform that is cut off ends whole with the process that started it by a channel, such as a test that is interrupted",
    starterInterrupted,
  ],
  [
    "a platform that is cut off leaves workerd behind when all but it is killed, and the next start ends that and nothing else",
    workerdLeftBehind,
  ],
  ["a second start in the same folder is refused with where the first one runs, and leaves it alone", secondStart],
];

it.runIf(process.platform === "linux").each(sampleOf(CUTS, 3))("%s", (_, cut) => cut());
