/** Faults of a running platform: what is cut, killed, looped or gone. `npm test` tries a third of them. */

import { LLMock } from "@copilotkit/aimock";
import type { StreamEvent } from "@edgewright/contracts";
import { last } from "@edgewright/core";
import { sampleOf } from "@edgewright/testing/share";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  ask,
  createProject,
  enterPreview,
  events,
  follow,
  getProject,
  jobEnd,
  type Person,
  previewRequest,
  saveVersion,
  send,
  signUp,
  versions,
} from "./client.ts";
import { PATIENCE_MS } from "./patience.ts";
import { type Platform, startPlatform } from "./platform.ts";

const TODO = "A todo list with title, due date, priority (low, medium, high) and done";
const INVENTORY = "An inventory of products with SKU, name, quantity, price; a low-stock view for less than 10";

/** A provider that writes a file, then says its second turn so slowly that one can be sure to be in the middle of it; asked again, it ends. */
const SLOW = "compatible:slow";
const provider = new LLMock({ port: 0, host: "127.0.0.1" });
const call = (name: string, input: object) => ({ toolCalls: [{ name, arguments: JSON.stringify(input) }] });
provider.on({ userMessage: /Talk/ }, { content: "word ".repeat(600) }, { chunkSize: 5, latency: 100 });
provider.on({ turnIndex: 0 }, call("write_file", { path: "docs/notes.md", text: "Notes\n" }));
provider.on({ turnIndex: 1, sequenceIndex: 0 }, { content: "second ".repeat(60) }, { chunkSize: 7, latency: 500 });
provider.on({ turnIndex: 1 }, call("finish", { summary: "Written." }));

let platform: Platform;
let ada: Person;
beforeAll(async () => {
  await provider.start();
  platform = await startPlatform({ COMPATIBLE_BASE_URL: `${provider.url}/v1`, COMPATIBLE_MODEL: "slow" });
  ada = await signUp(platform.url);
});
afterAll(async () => {
  await platform?.stop();
  platform?.forget();
  await provider.stop();
});

const build = async (prompt: string, model?: string) => {
  const { project, sessionId, jobId } = await createProject(ada, prompt, model);
  if (!sessionId || !jobId) throw new Error("A prompt starts a session and a job");
  return { projectId: project.id, slug: project.slug, sessionId, jobId };
};

async function ready(prompt: string) {
  const work = await build(prompt);
  const seen = await jobEnd(ada, work.sessionId, work.jobId);
  expect(seen.at(-1)).toMatchObject({ type: "job.done", data: { version: 1 } });
  return work;
}

/** Follows a session until `stop` is true of an event, then cuts the connection. */
async function until(sessionId: string, after: number, stop: (event: StreamEvent) => boolean): Promise<StreamEvent[]> {
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(new Error("The event did not come")), PATIENCE_MS);
  const seen: StreamEvent[] = [];
  try {
    for await (const event of follow(ada, sessionId, after, cut.signal)) {
      seen.push(event);
      if (stop(event)) break;
    }
  } finally {
    clearTimeout(timer);
    cut.abort();
  }
  return seen;
}

const ended = (event: StreamEvent) => /^job\.(done|failed|cancelled)$/.test(event.type);

async function platformKilled(): Promise<void> {
  const writing = await build("Write it down", SLOW);
  const before = await until(writing.sessionId, 0, ({ type, data }) => type === "message.delta" && JSON.stringify(data).includes("second"));
  // The one is in the middle of its second turn, the other has just begun.
  const beginning = await build(TODO);
  await platform.kill();
  await platform.start();
  const after = await until(writing.sessionId, last(before).seq, ended);
  expect(after).toContainEqual(expect.objectContaining({ type: "job.status", data: { status: "planning" } }));
  expect(after.filter(({ type }) => type === "file.written")).toEqual([]);
  expect(after.at(-1)).toMatchObject({ type: "job.done", data: { version: 1, summary: "Written." } });
  const seqs = [...before, ...after].map(({ seq }) => seq);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
  for (const { projectId, sessionId, jobId } of [writing, beginning]) {
    const all = await jobEnd(ada, sessionId, jobId);
    expect(all.filter(ended)).toHaveLength(1);
    expect(await versions(ada, projectId)).toMatchObject([{ number: 1, status: "ok", isCurrent: true }]);
    expect(await getProject(ada, projectId)).toMatchObject({ currentVersion: 1, busy: false });
    const { origin, cookie } = await enterPreview(ada, projectId);
    expect((await previewRequest(`${origin}/`, { cookie })).status).toBe(200);
  }
}

async function slowModel(): Promise<void> {
  const slow = await build("Talk for a minute", SLOW);
  await until(slow.sessionId, 0, ({ type }) => type === "message.delta");
  await ready(TODO);
  expect(await getProject(ada, slow.projectId)).toMatchObject({ busy: true });
  expect((await ask(ada, "POST", `/api/jobs/${slow.jobId}/cancel`)).status).toBeLessThan(300);
}

async function stoppedJob(): Promise<void> {
  const { projectId, sessionId, jobId } = await build("Talk for a minute", SLOW);
  const spoken = await until(sessionId, 0, ({ type }) => type === "message.delta");
  expect((await ask(ada, "POST", `/api/jobs/${jobId}/cancel`)).status).toBeLessThan(300);
  const rest = await until(sessionId, last(spoken).seq, ended);
  expect(rest.at(-1)).toMatchObject({ type: "job.cancelled", data: { kept: { liveVersion: null, draftFiles: [] } } });
  expect(await getProject(ada, projectId)).toMatchObject({ busy: false });
  const next = await send(ada, sessionId, TODO, "starter:builtin");
  expect((await jobEnd(ada, sessionId, next.jobId)).at(-1)).toMatchObject({ type: "job.done", data: { version: 1 } });
}

async function loopingApp(): Promise<void> {
  const [looping, other] = [await ready(TODO), await ready(INVENTORY)];
  const server =
    'import { Hono } from "hono";\nconst app = new Hono();\napp.get("/api/ok", (context) => context.text("ok"));\napp.get("/api/loop", () => {\n  for (;;) {}\n});\nexport default app;\n';
  expect(await saveVersion(ada, looping.projectId, 1, { "server/index.ts": server })).toMatchObject({ outcome: "saved", current: true });
  const visit = await enterPreview(ada, looping.projectId);
  const neighbour = await enterPreview(ada, other.projectId);
  const get = (from: typeof visit, path: string) =>
    previewRequest(from.origin + path, { cookie: from.cookie }).then(
      ({ status }) => status,
      () => "lost" as const,
    );
  expect(await get(visit, "/api/ok")).toBe(200);
  const loop = get(visit, "/api/loop");
  expect((await ask(ada, "GET", `/api/projects/${other.projectId}`)).status).toBe(200);
  expect(await loop).not.toBe(200);
  await expect.poll(() => get(neighbour, "/")).toBe(200);
  expect(await get(visit, "/api/ok")).toBe(200);
  expect(await events(ada, looping.sessionId)).not.toEqual([]);
}

async function deletedProject(): Promise<void> {
  const { projectId, slug } = await ready(TODO);
  const { origin, cookie } = await enterPreview(ada, projectId);
  expect((await ask(ada, "DELETE", `/api/projects/${projectId}`)).status).toBe(200);
  const answer = await ask(ada, "GET", `/api/projects/${projectId}`);
  expect(answer.status).toBe(410);
  expect(await answer.json()).toMatchObject({ code: "gone", detail: expect.any(String), next: expect.any(String) });
  const page = await ask(ada, "GET", `/projects/${slug}`);
  expect(page.status).toBe(410);
  // Dispatch keeps what it knows of a host for five seconds.
  await expect.poll(async () => (await previewRequest(`${origin}/`, { cookie })).status).toBe(404);
}

const FAULTS: [string, () => Promise<void>][] = [
  [
    "the whole platform killed while jobs are at work and started again ends each in exactly one version and a stream without gap or repeat",
    platformKilled,
  ],
  ["a job whose model is slow does not hold up another one", slowModel],
  ["a job that is stopped while the model speaks ends at once, says what was kept, and the next message is taken", stoppedJob],
  ["an app that loops for ever loses its own request; other apps and the platform answer, and its previews come back", loopingApp],
  ["a deleted project opened by link says that it was deleted, in the API, on its page and at its preview", deletedProject],
];

it.each(sampleOf(FAULTS, 3))("%s", (_, fault) => fault());
