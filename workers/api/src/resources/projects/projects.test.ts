/** Projects over HTTP: made, listed, renamed, deleted and brought back. */
import type { Problem, Project, ProjectPage } from "@edgewright/contracts";
import { schema } from "@edgewright/db";
import { apiWorld } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";
import { resolveSlug } from "../../directory.ts";

const world = await apiWorld();
const ada = await world.signUp("Ada");
const viewer = await world.signUp("Viewer");
await world.join(viewer, ada.organizationId, "viewer");

const json = async <T>(response: Response) => (await response.json()) as T;
const create = async (body: object, headers = {}) => ada.call("POST", "/api/projects", body, headers);
const created = async (body: object) => (await json<{ project: Project }>(await create(body))).project;

test("a prompt makes a project, its session and its first job, and the job is sent", async () => {
  const before = world.sent.length;
  const response = await create({ prompt: "Build an app for invoices with clients" });
  expect(response.status).toBe(201);
  const made = await json<{ project: Project; sessionId: string; jobId: string }>(response);
  expect(made.project).toMatchObject({ name: "Invoices", slug: "invoices", busy: true, sessionId: made.sessionId, currentVersion: null });
  expect(world.sent.slice(before)).toEqual([{ kind: "codegen", jobId: made.jobId, sessionId: made.sessionId, projectId: made.project.id }]);
  const events = await world.streamOf(made.sessionId).read({ after: 0, limit: 10 });
  expect(events.map(({ type }) => type)).toEqual(["message.user", "job.queued"]);
  expect(await world.outbox.due(world.clock.now(), 10)).toEqual([]);
  expect(await json(await ada.call("GET", `/api/jobs/${made.jobId}`))).toMatchObject({ status: "queued", model: "starter:builtin" });
  expect(await json(await ada.call("GET", "/api/projects/invoices"))).toMatchObject({
    id: made.project.id,
    sessionId: made.sessionId,
    busy: true,
  });
  expect((await created({ name: "Quiet" })).busy).toBe(false);
  expect(await json(await ada.call("GET", "/api/projects/quiet"))).toMatchObject({ sessionId: null, busy: false });
});

test.each([
  ["", "prompt_empty"],
  ["  \n ", "prompt_empty"],
  ["x".repeat(100_000), "prompt_too_long"],
])("a prompt of a size that cannot be is refused and nothing is made (%#)", async (prompt, code) => {
  const before = await world.database.query.projects.findMany();
  const response = await create({ prompt });
  expect(response.status).toBe(422);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await json(response)).toMatchObject({ code, fields: { text: expect.anything() }, next: expect.anything() });
  expect(await world.database.query.projects.findMany()).toEqual(before);
});

test("a model nobody has is refused before anything is made", async () => {
  const response = await create({ prompt: "A list", model: "openai:nothing" });
  expect(response.status).toBe(422);
  expect(await json(response)).toMatchObject({ code: "model_unknown" });
});

test("a slug that was asked for is taken or not; one from the name gives way", async () => {
  expect((await created({ name: "Books", slug: "books" })).slug).toBe("books");
  const taken = await create({ name: "Other", slug: "books" });
  expect(taken.status).toBe(409);
  expect(await json(taken)).toMatchObject({ code: "slug_taken", fields: { slug: "taken" } });
  expect((await created({ name: "Books" })).slug).toBe("books-2");
  expect((await create({ name: "Books", slug: "Not a slug!" })).status).toBe(400);
});

test("a body that is not right is named field by field", async () => {
  const problem = await json<Problem>(await create({ name: 5 }));
  expect(problem).toMatchObject({ status: 400, code: "bad_request", fields: { name: expect.any(String) } });
  const broken = await world.app.request("http://localhost:8787/api/projects", { method: "POST", body: "{" });
  expect(broken.status).toBe(401);
});

test("projects are listed page by page, the newest work first", async () => {
  const grace = await world.signUp("Grace");
  for (const name of ["One", "Two", "Three"]) {
    world.clock.advance(1000);
    await grace.call("POST", "/api/projects", { name });
  }
  const first = await json<ProjectPage>(await grace.call("GET", "/api/projects?limit=2"));
  expect(first.items.map(({ name }) => name)).toEqual(["Three", "Two"]);
  const second = await json<ProjectPage>(await grace.call("GET", `/api/projects?limit=2&cursor=${first.cursor}`));
  expect(second).toMatchObject({ items: [{ name: "One" }], cursor: null });
  expect((await grace.call("GET", "/api/projects?limit=0")).status).toBe(400);
});

test("a project says that its agent waits for somebody", async () => {
  const { project, jobId } = await json<{ project: Project; jobId: string }>(await create({ prompt: "Drivers" }));
  expect(project).toMatchObject({ busy: true, waiting: false });
  await world.jobs.update(jobId, { status: "waiting" });
  expect(await json(await ada.call("GET", `/api/projects/${project.id}`))).toMatchObject({ busy: true, waiting: true });
});

test("a project is renamed and given another address", async () => {
  const project = await created({ name: "Old" });
  const response = await ada.call("PATCH", `/api/projects/${project.slug}`, { name: "New", slug: "new-one" });
  expect(await json(response)).toMatchObject({ id: project.id, name: "New", slug: "new-one" });
  expect(await resolveSlug(world, "new-one")).toMatchObject({ projectId: project.id, name: "New" });
  expect(await resolveSlug(world, "old")).toBeNull();
  expect((await ada.call("PATCH", `/api/projects/${project.id}`, { slug: "invoices" })).status).toBe(409);
});

test("a deleted project says so, its previews are gone and its jobs stop; it can be brought back", async () => {
  const made = await json<{ project: Project; sessionId: string; jobId: string }>(await create({ prompt: "Parcels" }));
  const { project, sessionId, jobId } = made;
  expect((await ada.call("DELETE", `/api/projects/${project.id}`)).status).toBe(200);
  for (const path of [`/api/projects/${project.slug}`, `/api/sessions/${sessionId}`, `/api/jobs/${jobId}`]) {
    const gone = await ada.call("GET", path);
    expect(gone.status).toBe(410);
    expect(await json(gone)).toMatchObject({ code: "gone", next: expect.stringMatching(/restore/i) });
  }
  expect((await ada.call("POST", `/api/sessions/${sessionId}/messages`, { text: "More" })).status).toBe(410);
  expect(await resolveSlug(world, project.slug)).toBeNull();
  expect(await world.jobs.get(jobId)).toMatchObject({ status: "cancelled", finishedAt: expect.any(Number) });
  const events = await world.streamOf(sessionId).read({ after: 0, limit: 10 });
  expect(events.at(-1)?.type).toBe("job.cancelled");
  const list = await json<ProjectPage>(await ada.call("GET", "/api/projects?limit=100"));
  expect(list.items.some(({ id }) => id === project.id)).toBe(false);
  const deleted = await json<ProjectPage>(await ada.call("GET", "/api/projects?deleted=true"));
  expect(deleted.items).toMatchObject([{ id: project.id, busy: false, deletedAt: expect.any(String) }]);

  expect((await viewer.call("POST", `/api/projects/${project.id}/undelete`)).status).toBe(403);
  expect(await json(await ada.call("POST", `/api/projects/${project.id}/undelete`))).toMatchObject({ id: project.id });
  expect((await ada.call("GET", `/api/projects/${project.id}`)).status).toBe(200);
  expect((await ada.call("POST", `/api/projects/${project.id}/undelete`)).status).toBe(409);
  expect((await json<ProjectPage>(await ada.call("GET", "/api/projects?deleted=true"))).items).toEqual([]);
});

test("a link to nothing is 404 with what to do", async () => {
  const response = await ada.call("GET", "/api/projects/nothing-here");
  expect(response.status).toBe(404);
  expect(await json(response)).toMatchObject({ code: "not_found", next: expect.any(String), requestId: expect.stringMatching(/^req_/) });
});

test("a project says which role holds on it for whoever asks: its own exception, else the organization's", async () => {
  const project = await created({ name: "Roles" });
  const roleOf = async () => (await json<Project>(await viewer.call("GET", `/api/projects/${project.id}`))).role;
  expect(project).toMatchObject({ organization: { id: ada.organizationId }, role: "admin" });
  expect(await roleOf()).toBe("viewer");
  const exception = { projectId: project.id, userId: viewer.id, role: "editor" as const, setBy: ada.id, setAt: world.clock.now() };
  await world.database.insert(schema.projectRoles).values(exception);
  expect(await roleOf()).toBe("editor");
  const { items } = await json<ProjectPage>(await viewer.call("GET", "/api/projects"));
  expect(items.map(({ slug, role }) => [slug, role])).toContainEqual(["roles", "editor"]);
  expect(items.find(({ slug }) => slug === "quiet")?.role).toBe("viewer");
});
