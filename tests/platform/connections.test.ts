/** What stays open on a running platform ends when that under which it was opened does. Every kind with every change: workers/objects/src/live. */
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  ask,
  createProject,
  enterPreview,
  follow,
  foundOrganization,
  jobEnd,
  type Person,
  previewRequest,
  saveVersion,
  shareLink,
  signUp,
} from "./client.ts";
import { type Platform, startPlatform } from "./platform.ts";
import { openSocket, openStream } from "./preview-connections.ts";

const NO_ACCESS = 4403;
const TALKS = `import { Hono } from "hono";

const app = new Hono();
app.get("/api/talk", () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("hello")) })));
export default app;
`;
const manifest = (visibility: "link" | "members") => ({ "app.json": JSON.stringify({ name: "Tasks", visibility }) });

let platform: Platform;
let ada: Person;
let organization: string;
let projectId: string;
let sessionId: string;
beforeAll(async () => {
  platform = await startPlatform();
  ada = await signUp(platform.url);
  organization = await foundOrganization(ada, "Acme");
  const made = await createProject(ada, "A todo list with title and done");
  if (!made.sessionId || !made.jobId) throw new Error("A prompt starts a session and a job");
  [projectId, sessionId] = [made.project.id, made.sessionId];
  await jobEnd(ada, sessionId, made.jobId);
  const saved = await saveVersion(ada, projectId, 1, { ...manifest("link"), "server/index.ts": TALKS });
  expect(saved).toMatchObject({ outcome: "saved", current: true });
});
afterAll(async () => {
  await platform?.stop();
  platform?.forget();
});

/** All that a page of the app holds open, as somebody with the share link. */
async function visit() {
  const link = await shareLink(ada, projectId);
  const entered = await previewRequest(link);
  const cookie = [entered.headers["set-cookie"] ?? []].flat().map((line) => line.split(";")[0]);
  return connectionsOf(new URL(link).origin, cookie.join("; "));
}

async function connectionsOf(origin: string, cookie: string) {
  const [rows, reloads, stream] = await Promise.all([
    openSocket(`${origin}/_app/live`, cookie),
    openSocket(`${origin}/_app/reload`, cookie),
    openStream(`${origin}/api/talk`, cookie),
  ]);
  expect(stream.first).toBe("hello");
  return { codes: Promise.all([rows.closed, reloads.closed]), ended: stream.ended };
}

it("a share link that is ended puts out who has it", async () => {
  const open = await visit();
  expect((await ask(ada, "DELETE", `/api/projects/${projectId}/previews/share`)).status).toBe(200);
  expect(await open.codes).toEqual([NO_ACCESS, NO_ACCESS]);
  await open.ended;
});

it("a version that lets no visitors in puts them out", async () => {
  const open = await visit();
  expect(await saveVersion(ada, projectId, 2, manifest("members"))).toMatchObject({ outcome: "saved", current: true });
  expect(await open.codes).toEqual([NO_ACCESS, NO_ACCESS]);
  await open.ended;
});

it("an organization that is deleted takes its members' connections along, to the app and to the session", async () => {
  const { origin, cookie } = await enterPreview(ada, projectId);
  const open = await connectionsOf(origin, cookie);
  const session = follow(ada, sessionId, 0, new AbortController().signal);
  expect((await session.next()).done).toBe(false);
  expect((await ask(ada, "DELETE", `/api/orgs/${organization}`, { name: "Acme" })).status).toBe(200);
  expect(await open.codes).toEqual([NO_ACCESS, NO_ACCESS]);
  await open.ended;
  while (!(await session.next()).done);
});
