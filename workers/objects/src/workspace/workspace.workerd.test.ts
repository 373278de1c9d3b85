import { applyD1Migrations, evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { openDatabase, r2Blobs } from "@edgewright/adapters";
import { objects } from "@edgewright/adapters/objects";
import { auditEntry } from "@edgewright/audit";
import { type FileMap, GRANT_HEADER, type ReloadFrame } from "@edgewright/contracts";
import { newId, systemClock } from "@edgewright/core";
import { createRepositories, schema } from "@edgewright/db";
import { createVersionStore } from "@edgewright/storage";
import { accessWorld } from "@edgewright/testing/access-world";
import { must } from "@edgewright/testing/must";
import { beforeAll, expect, it } from "vitest";

const PAGE = `<!doctype html><html><head></head><body><div id="root"></div><script type="module" src="/src/main.tsx"></script></body></html>`;
const app = (title: string): FileMap => ({
  "index.html": PAGE,
  "src/main.tsx": 'import "./styles.css";\nimport { App } from "./App";\nconsole.log(App);\n',
  "src/App.tsx": `export function App() {\n  return <h1 className="text-lg">${title}</h1>;\n}\n`,
  "src/styles.css": '@import "tailwindcss";\n',
});

const { stream, workspace: workspaceOf } = objects(env);

async function page(projectId: string, channel: "current" | "draft" | "v1" = "current") {
  const found = await workspaceOf(projectId).page({ projectId, channel });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

let granted: Record<string, string>;

/** Joins a channel's reload socket; `next` resolves with the next frame. */
async function join(projectId: string, channel: string) {
  const response = await workspaceOf(projectId).fetch(`http://workspace/?channel=${channel}`, {
    headers: { ...granted, upgrade: "websocket" },
  });
  const socket = must(response.webSocket);
  const frames: ReloadFrame[] = [];
  const waiting: ((frame: ReloadFrame) => void)[] = [];
  socket.addEventListener("message", ({ data }) => {
    const frame = JSON.parse(data as string) as ReloadFrame;
    const taker = waiting.shift();
    if (taker) taker(frame);
    else frames.push(frame);
  });
  socket.accept();
  const next = () => new Promise<ReloadFrame>((resolve) => (frames.length > 0 ? resolve(must(frames.shift())) : waiting.push(resolve)));
  return { socket, next };
}

/** A project with version 1 in the platform's database and blob storage. */
async function storedProject(files: FileMap) {
  const database = openDatabase(env.DB);
  const repositories = createRepositories(database);
  const [organizationId, projectId, sessionId] = [newId("org"), newId("prj"), newId("ses")];
  await database.insert(schema.organizations).values({ id: organizationId, name: "Acme", slug: organizationId, createdAt: new Date() });
  await database.insert(schema.projects).values({
    id: projectId,
    organizationId,
    name: "P",
    slug: projectId,
    createdBy: "usr_1",
    currentVersion: 1,
    createdAt: 1,
    updatedAt: 1,
  });
  const tree = await createVersionStore({ versions: repositories.versions, blobs: r2Blobs(env.BLOBS) }).write(files);
  const versionId = newId("ver");
  await database.insert(schema.codeVersions).values({
    id: versionId,
    projectId,
    number: 1,
    treeHash: tree.treeHash,
    fileCount: tree.files.length,
    authorKind: "person",
    authorId: "usr_1",
    authorName: "Ada",
    message: "",
    status: "ok",
    findings: [],
    createdAt: 1,
  });
  await database.insert(schema.sourceFiles).values(tree.files.map((file) => ({ ...file, versionId })));
  await database.insert(schema.chatSessions).values({ id: sessionId, projectId, createdBy: "usr_1", createdAt: 1 });
  return { projectId, sessionId };
}

beforeAll(async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const { admin } = await accessWorld(env.DB);
  granted = { [GRANT_HEADER]: JSON.stringify(admin) };
});

it("shows the stored current version without being told of it", async () => {
  const { projectId } = await storedProject(app("Stored"));
  const build = await page(projectId);
  expect(build).toMatchObject({ version: 1, entry: "src/main.tsx", findings: [] });
  expect(build.modules["src/App.tsx"]?.code).toContain("Stored");
  expect(build.css).toContain(".text-lg");
  expect((await page(projectId, "v1")).hash).toBe(build.hash);
});

it("says so when a project has no version, or not that one", async () => {
  const workspace = workspaceOf("prj_none");
  expect(await workspace.page({ projectId: "prj_none", channel: "current" })).toMatchObject({ ok: false, error: { code: "not_found" } });
  expect(await workspace.page({ projectId: "prj_none", channel: "v7" })).toMatchObject({ ok: false, error: { code: "not_found" } });
});

it("sends an open preview of the draft only what a write changed", async () => {
  const { projectId, sessionId } = await storedProject(app("Before"));
  const workspace = workspaceOf(projectId);
  await page(projectId);
  const { next } = await join(projectId, "draft");
  await workspace.openDraft({ projectId, jobId: "job_1", sessionId, files: app("Before") });
  const written = await workspace.writeDraft({
    jobId: "job_1",
    changes: [{ path: "src/App.tsx", text: must(app("After")["src/App.tsx"]) }],
  });
  expect(written).toMatchObject({ ok: true, value: { findings: [] } });
  const frame = await next();
  expect(frame).toMatchObject({ type: "update", removed: [], css: null });
  expect(frame.type === "update" && Object.keys(frame.modules)).toEqual(["src/App.tsx"]);
  expect((await page(projectId, "draft")).modules["src/App.tsx"]?.code).toContain("After");
  expect((await page(projectId)).modules["src/App.tsx"]?.code).toContain("Before");

  await workspace.closeDraft("job_1");
  expect(await next()).toMatchObject({ type: "update", hash: (await page(projectId)).hash });
});

it("keeps a draft and its open sockets across eviction", async () => {
  const { projectId, sessionId } = await storedProject(app("One"));
  const workspace = workspaceOf(projectId);
  await workspace.openDraft({ projectId, jobId: "job_1", sessionId, files: app("One") });
  const { next } = await join(projectId, "draft");
  await evictDurableObject(env.WORKSPACE.get(env.WORKSPACE.idFromName(projectId)));
  await workspace.writeDraft({ jobId: "job_1", changes: [{ path: "src/App.tsx", text: must(app("Two")["src/App.tsx"]) }] });
  expect((await next()).type).toBe("update");
  const files = await workspace.readDraft("job_1");
  expect(files).toMatchObject({ ok: true, value: app("Two") });
});

it("goes on showing the last build that held while the draft is broken", async () => {
  const { projectId, sessionId } = await storedProject(app("Fine"));
  const workspace = workspaceOf(projectId);
  await workspace.openDraft({ projectId, jobId: "job_1", sessionId, files: app("Fine") });
  const { next } = await join(projectId, "draft");
  const write = (text: string) => workspace.writeDraft({ jobId: "job_1", changes: [{ path: "src/App.tsx", text }] });
  expect(await write("export const App = ;")).toMatchObject({ ok: true, value: { findings: [{ file: "src/App.tsx", line: 1 }] } });
  expect((await next()).type).toBe("broken");
  const broken = await page(projectId, "draft");
  expect(broken.findings).toHaveLength(1);
  expect(broken.modules["src/App.tsx"]?.code).toContain("Fine");
  await write(must(app("Fine")["src/App.tsx"]));
  expect(await next()).toMatchObject({ type: "update", modules: {} });
});

it("refuses paths outside the app and writes of a job whose draft is closed", async () => {
  const { projectId, sessionId } = await storedProject(app("Safe"));
  const workspace = workspaceOf(projectId);
  await workspace.openDraft({ projectId, jobId: "job_1", sessionId, files: app("Safe") });
  const outside = await workspace.writeDraft({ jobId: "job_1", changes: [{ path: "../x.ts", text: "" }] });
  expect(outside).toMatchObject({ ok: false, error: { code: "path_refused" } });
  expect(await workspace.writeDraft({ jobId: "job_2", changes: [] })).toMatchObject({ ok: false, error: { code: "gone" } });
});

it("does not go back to an older version when calls arrive late", async () => {
  const { projectId } = await storedProject(app("First"));
  const workspace = workspaceOf(projectId);
  await page(projectId);
  await workspace.setCurrent({ projectId, version: 3, files: app("Third") });
  await workspace.setCurrent({ projectId, version: 2, files: app("Second") });
  expect(await page(projectId)).toMatchObject({ version: 3 });
});

it("follows the database when whoever made a version died before saying so", async () => {
  const { projectId } = await storedProject(app("First"));
  await page(projectId);
  const database = openDatabase(env.DB);
  const { versions } = createRepositories(database);
  const tree = await createVersionStore({ versions, blobs: r2Blobs(env.BLOBS) }).write(app("Second"));
  const first = await versions.get(projectId, 1);
  if (!first) throw new Error("no version");
  const version = { ...first, id: newId("ver"), number: 2, parent: 1 };
  const by = { kind: "person", id: "usr_1", name: "Ada", personId: "usr_1", ip: null, userAgent: null, requestId: null } as const;
  const audit = auditEntry(systemClock, by, { scope: "org_1", projectId, action: "version.saved", subject: projectId });
  expect(await versions.commit({ version, files: tree.files, audit, guard: { head: 1 } })).toBe("committed");
  expect(await page(projectId)).toMatchObject({ version: 1 });
  await workspaceOf(projectId).follow(projectId);
  expect(await page(projectId)).toMatchObject({ version: 2 });
});

it("gives out what lies in public/ and what the page loads, and nothing else of the code", async () => {
  const files = {
    ...app("Files"),
    "src/App.tsx": 'import list from "./list.csv";\nexport const App = () => list;\n',
    "src/list.csv": "a,b",
    "public/logo.svg": "<svg/>",
    "data/secret.json": "{}",
  };
  const { projectId } = await storedProject(files);
  const file = async (pathname: string) => {
    const answer = await workspaceOf(projectId).file({ projectId, channel: "current", pathname });
    return answer.ok ? answer.value : answer.error.code;
  };
  expect(await file("/logo.svg")).toMatchObject({ body: "<svg/>", type: "image/svg+xml; charset=utf-8" });
  expect(await file("/src/list.csv")).toMatchObject({ body: "a,b", type: "text/csv; charset=utf-8" });
  for (const pathname of [
    "/data/secret.json",
    "/app.json",
    "/src/App.tsx",
    "/public/logo.svg",
    "/gone.png",
    "/../app.json",
    "/constructor",
  ])
    expect(await file(pathname)).toBeNull();
});

it("tells a page that comes back what it missed", async () => {
  const { projectId } = await storedProject(app("Now"));
  const build = await page(projectId);
  const { socket, next } = await join(projectId, "current");
  socket.send(JSON.stringify({ hash: "of before" }));
  const frame = await next();
  expect(frame).toMatchObject({ type: "update", hash: build.hash });
  expect(frame.type === "update" && frame.modules["src/App.tsx"]).toEqual(build.modules["src/App.tsx"]);
});

it("tells the project's session of a preview's error once", async () => {
  const { projectId, sessionId } = await storedProject(app("Errors"));
  const error = { source: "browser" as const, message: "boom", stack: "", file: "src/App.tsx", line: 2, column: 1, path: "/" };
  const workspace = workspaceOf(projectId);
  for (let time = 0; time < 3; time++) await workspace.reportError({ projectId, label: "p", channel: "current", error, by: "editor" });
  const events = await stream(sessionId).read({ after: 0, limit: 10 });
  expect(events.map(({ type, data }) => [type, data])).toEqual([["preview.error", { label: "p", error, count: 1, by: "editor" }]]);
});

it("builds the app's server code as one module with its lines", async () => {
  const server = { "server/index.ts": 'import { Hono } from "hono";\nconst app = new Hono();\nexport default app;\n' };
  const { projectId } = await storedProject({ ...app("Served"), ...server });
  const built = await workspaceOf(projectId).server({ projectId, channel: "current" });
  expect(built).toMatchObject({ ok: true, value: { sources: [{ file: "server/index.ts", lines: 4 }] } });
});

it("has built elsewhere what would keep the thread of others busy", async () => {
  const projectId = newId("prj");
  const large = `export const text = "${"a".repeat(20_000)}";\n`;
  const classes = (from: number) => Array.from({ length: 1000 }, (_, index) => `mt-[${from + index}px]`).join(" ");
  const parts = Object.fromEntries([1000, 2000, 3000, 4000].map((from) => [`src/part${from}.ts`, `export {}; // ${classes(from)}\n`]));
  const imports = ["large", "styles.css", "part1000", "part2000", "part3000", "part4000"].map((name) => `import "./${name}";\n`).join("");
  const files = { ...app("Large"), ...parts, "src/large.ts": large, "src/main.tsx": imports };
  await workspaceOf(projectId).setCurrent({ projectId, version: 1, files });
  const { modules, css, findings } = await page(projectId);
  expect(findings).toEqual([]);
  expect(modules["src/large.ts"]?.code).toContain("src/large.ts, built elsewhere");
  expect(css).toMatch(/^\/\* \d+ words, built elsewhere/);
});
