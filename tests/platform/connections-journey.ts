/** What stays open on a running platform ends when that under which it was opened does. Every kind with every change: workers/objects/src/live. */
import { MemberPage } from "@edgewright/contracts";
import { beforeAll, expect, it } from "vitest";
import {
  ask,
  createProject,
  enterPreview,
  follow,
  foundOrganization,
  jobEnd,
  joinByLink,
  openPreview,
  type Person,
  previewRequest,
  saveVersion,
  shareLink,
  signUp,
} from "./client.ts";
import { PATIENCE_MS } from "./patience.ts";
import { openSocket, openStream } from "./preview-connections.ts";
import type { Running } from "./running.ts";

const NO_ACCESS = 4403;
const TALKS = `import { Hono } from "hono";

const app = new Hono();
app.get("/api/talk", () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("hello")) })));
export default app;
`;
const manifest = (visibility: "link" | "members") => ({ "app.json": JSON.stringify({ name: "Tasks", visibility }) });

export function connections(running: () => Running): void {
  let ada: Person;
  let organization: string;
  let projectId: string;
  let sessionId: string;
  beforeAll(async () => {
    ada = await signUp(running().platform.url);
    organization = await foundOrganization(ada, "Acme");
    const made = await createProject(ada, "A todo list with title and done");
    if (!made.sessionId || !made.jobId) throw new Error("A prompt starts a session and a job");
    [projectId, sessionId] = [made.project.id, made.sessionId];
    await jobEnd(ada, sessionId, made.jobId);
    const saved = await saveVersion(ada, projectId, 1, { ...manifest("link"), "server/index.ts": TALKS });
    expect(saved).toMatchObject({ outcome: "saved", current: true });
  });
  /** All that a page of the app holds open, as somebody with the share link. */
  async function visit() {
    const link = await shareLink(ada, projectId);
    const entered = await previewRequest(link);
    const cookie = [entered.headers["set-cookie"] ?? []].flat().map((line) => line.split(";")[0]);
    return connectionsOf(new URL(link).origin, cookie.join("; "));
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

  it("a form that is open keeps what was typed when its user's role is lowered, and offers no more than they may", async () => {
    const bea = await joinByLink(ada, "editor", "Bea Park");
    const context = await running().browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto((await openPreview(bea, projectId)).url);
    await page.getByRole("button", { name: /^New / }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/^Title/).fill("Buy milk");
    const { items } = MemberPage.parse(await (await ask(ada, "GET", `/api/orgs/${organization}/members`)).json());
    const member = items.find(({ name }) => name === "Bea Park");
    expect((await ask(ada, "PATCH", `/api/orgs/${organization}/members/${member?.id}`, { role: "viewer" })).status).toBe(200);
    await dialog.getByText("You may not change this any more.").waitFor();
    expect(await dialog.getByLabel(/^Title/).inputValue()).toBe("Buy milk");
    expect(await dialog.getByRole("button", { name: /Save|Delete/ }).count()).toBe(0);
    await context.close();
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
