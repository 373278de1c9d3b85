/**
 * Every operation that changes something writes exactly one line of the audit log, found by the request's id. An operation
 * without a sample of a successful call fails here by its name. What better-auth changes is walked in auth-audit.test.ts.
 */

import type { AuditAction } from "@edgewright/audit";
import type {
  CreatedInvites,
  CreatedToken,
  DataRow,
  Deployment,
  FileUpload,
  OrganizationDomain,
  ProjectGitHub,
  RowImport,
  Snapshot,
} from "@edgewright/contracts";
import { at } from "@edgewright/core";
import { schema } from "@edgewright/db";
import { apiWorld, projectWithVersion, type TestPerson } from "@edgewright/testing/api-world";
import { githubPeer, INSTALLATION } from "@edgewright/testing/github-peer";
import { must } from "@edgewright/testing/must";
import { Webhooks } from "@octokit/webhooks";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { ALL_OPERATIONS } from "./app.ts";

/** What writes another number of lines than one, and why. */
const EXCEPTIONS: Record<string, { lines: AuditAction[]; because: string }> = {
  "POST /api/invites/look-up": { lines: [], because: "It shows what a link offers; POST keeps the secret out of addresses." },
  "POST /api/orgs/{org}/github/connect": { lines: [], because: "It says where to go; who comes back is what is told." },
  "POST /api/projects/{project}/github/sync": {
    lines: [],
    because: "It asks for a look; the versions that come of it have lines of their own.",
  },
  "POST /api/webhooks/github": { lines: [], because: "It is kept as a row; what is done about it has lines of its own." },
  "POST /api/projects/{project}/data/plan": { lines: [], because: "It says what would be, and changes nothing." },
  "POST /api/orgs/{org}/models/test": { lines: [], because: "It asks a provider for a sign of life and keeps nothing." },
  "POST /api/projects/{project}/data/tables/{table}/imports": { lines: [], because: "Nothing is written before all was handed in." },
  "POST /api/projects/{project}/data/files": { lines: [], because: "Nothing holds it yet; the row that comes to has a line." },
  "PUT /api/projects/{project}/data/files/{file}/parts/{part}": { lines: [], because: "It is a part of a file that nothing holds yet." },
  "PUT /api/projects/{project}/data/files/{file}/thumbnail": { lines: [], because: "It is the same picture, smaller." },
  "POST /api/projects/{project}/data/imports/{import}/rows": { lines: [], because: "It is looked at, and not written yet." },
  "DELETE /api/projects/{project}/data/imports/{import}": {
    lines: [],
    because: "Of one that was not written nothing is left; what was written is taken back later, with a line.",
  },
  "DELETE /api/me": { lines: ["organization.deleted", "account.deleted"], because: "The person's own organization goes with the account." },
  "POST /api/invites/accept": {
    lines: ["invite.accepted", "member.joined"],
    because: "The invite is used, and somebody joins: two changes, one batch.",
  },
  "DELETE /api/projects/{project}": { lines: ["snapshot.created", "project.deleted"], because: "It is kept as it was first." },
  "POST /api/projects/{project}/versions/{number}/restore": {
    lines: ["snapshot.created", "version.restored"],
    because: "It is kept as it was first.",
  },
  "POST /api/projects/{project}/snapshots/{snapshot}/rollback": {
    lines: ["snapshot.created", "snapshot.rolled_back"],
    because: "What undoes it is kept first.",
  },
};

const peer = await githubPeer();
afterAll(() => peer.close());
const world = await apiWorld({ githubApi: peer.open(), variables: peer.variables });
type Call = (path: string, body?: unknown, by?: TestPerson) => Promise<Response>;
type Sample = (call: Call, ada: TestPerson) => Promise<Response>;

const json = async <T>(response: Response | Promise<Response>): Promise<T> => {
  const answer = await response;
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
};
const started = async (ada: TestPerson) => {
  const project = await projectWithVersion(world, ada);
  const sent = await json<{ sessionId: string; jobId: string }>(
    ada.call("POST", `/api/projects/${project.id}/sessions`, { text: "A list" }),
  );
  return { project: project.id, ...sent };
};
const waitsBehind = async (ada: TestPerson) => {
  const { sessionId } = await started(ada);
  return json<{ jobId: string }>(ada.call("POST", `/api/sessions/${sessionId}/messages`, { text: "And a chart", deliver: "queue" }));
};
const ended = async (ada: TestPerson) => {
  const job = await started(ada);
  await json(ada.call("POST", `/api/jobs/${job.jobId}/cancel`));
  return job;
};
const withRow = async (ada: TestPerson) => {
  const { id } = await projectWithVersion(world, ada);
  const columns = [
    { name: "title", label: "Title", type: "text" as const, unique: true },
    { name: "hours", label: "Hours", type: "integer" as const },
    { name: "photo", label: "Photo", type: "image" as const },
  ];
  await world.storeOf(id).setSchema("current", { tables: [{ name: "tasks", label: "Tasks", columns }] });
  const rows = `/api/projects/${id}/data/tables/tasks/rows`;
  const row = await json<DataRow>(ada.call("POST", rows, { values: { title: "Milk" } }));
  return { rows, row: `${rows}/${row.id}` };
};
const WHEN_ADDED = { when: { event: "created" as const, table: "tasks" }, do: [{ step: "change" as const, values: { hours: 1 } }] };
/** An app with an automation, and a run of it that was given up. */
const automated = async (ada: TestPerson) => {
  const { rows } = await withRow(ada);
  const projectId = must(rows.split("/")[3]);
  const { automations } = world.dataOf(projectId);
  const place = { organizationId: ada.organizationId, projectId, environment: "preview" as const };
  await automations.setAutomations(place, { count: { label: "Count", zone: "UTC", ...WHEN_ADDED } });
  return { path: `/api/projects/${projectId}/automations`, rows, automations };
};
const withImport = async (ada: TestPerson) => {
  const { rows } = await withRow(ada);
  const { id } = await json<RowImport>(ada.call("POST", rows.replace(/rows$/, "imports"), {}));
  const path = `${rows.replace(/tables.*/, "imports")}/${id}`;
  await json(ada.call("POST", `${path}/rows`, { first: 1, rows: [{ title: "Tea" }] }));
  return path;
};
const withFile = async (ada: TestPerson) => {
  const files = (await withRow(ada)).rows.replace(/tables.*/, "files");
  const { id } = await json<FileUpload>(ada.call("POST", files, { table: "tasks", column: "photo", name: "a.png", size: PICTURE.size }));
  return { files, file: `${files}/${id}` };
};
const organization = async (ada: TestPerson) =>
  (await json<{ id: string; name: string }>(ada.call("POST", "/api/orgs", { name: "Acme" }))).id;
const member = async (ada: TestPerson) => {
  const bob = await world.person("Bob");
  await world.join(bob, ada.organizationId, "editor");
  const row = await world.database.query.members.findFirst({
    where: (of, { and }) => and(eq(of.userId, bob.id), eq(of.organizationId, ada.organizationId)),
  });
  return { bob, id: must(row).id };
};
const invited = async (ada: TestPerson, email = "grace@example.test") => {
  const org = await organization(ada);
  const wanted = { by: "email", addresses: email, role: "editor", days: 7 };
  const { items } = await json<CreatedInvites>(ada.call("POST", `/api/orgs/${org}/invites`, wanted));
  return { org, invite: `/api/orgs/${org}/invites/${must(at(items, 0).invite).id}` };
};
const link = async (ada: TestPerson) => {
  const org = await organization(ada);
  const { items } = await json<CreatedInvites>(ada.call("POST", `/api/orgs/${org}/invites`, { by: "link", role: "viewer", days: 7 }));
  return must(/secret=([\w-]+)/.exec(must(at(items, 0).link)))[1];
};
const domain = async (ada: TestPerson, name: string) => {
  const made = await json<OrganizationDomain>(ada.call("POST", `/api/orgs/${ada.organizationId}/domains`, { domain: name }));
  world.txt.set(made.record.name, [made.record.value]);
  return `/api/orgs/${ada.organizationId}/domains/${made.id}`;
};
const token = (path: string, ada: TestPerson) =>
  json<CreatedToken>(ada.call("POST", path, { name: "CI", scopes: ["projects:read"], role: "viewer" }));
const PNG = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (one) => one.charCodeAt(0),
);
const PICTURE = new Blob([PNG], { type: "image/png" });

const atGitHub = async (ada: TestPerson) => {
  const path = `/api/orgs/${ada.organizationId}/github`;
  const { url } = await json<{ url: string }>(ada.call("POST", `${path}/connect`));
  const state = new URL(url).searchParams.get("state");
  return { path, brought: { state, code: "octocat", installationId: INSTALLATION.octocat } };
};
const connected = async (ada: TestPerson) => {
  const { path, brought } = await atGitHub(ada);
  await json(ada.call("POST", `${path}/installations`, brought));
  const { id } = await projectWithVersion(world, ada);
  const { data } = await peer.octocat.rest.repos.createForAuthenticatedUser({ name: `tasks-${id.slice(-8)}` });
  const wanted = { kind: "link", installationId: INSTALLATION.octocat, owner: "octocat", name: data.name };
  return { path: `/api/projects/${id}/github`, wanted };
};
const linked = async (ada: TestPerson) => {
  const { path, wanted } = await connected(ada);
  await json(ada.call("POST", path, wanted));
  return path;
};
const asked = async (ada: TestPerson) => {
  const { id } = await projectWithVersion(world, ada);
  const path = `/api/projects/${id}/deployments`;
  return { project: `/api/projects/${id}`, deployment: `${path}/${(await json<Deployment>(ada.call("POST", path, {}))).id}` };
};
const published = async (ada: TestPerson) => {
  const made = await asked(ada);
  await world.deployed();
  return made;
};
const publishedTwice = async (ada: TestPerson) => {
  const made = await published(ada);
  await json(ada.call("POST", `${made.project}/deployments`, {}));
  await world.deployed();
  return made;
};

const ruled = async (ada: TestPerson) => {
  const path = `${await linked(ada)}/rules`;
  const { rules } = await json<ProjectGitHub>(ada.call("POST", path, { when: { kind: "comment" }, template: "Do it." }));
  return `${path}/${at(rules, 0).id}`;
};

const VARIABLE = { set: [{ name: "MAIL_KEY", value: "sk-of-mail-123", secret: true }] };

const SAMPLES: Record<string, Sample> = {
  "POST /api/projects": (call) => call("/api/projects", { name: "Fleet" }),
  "PATCH /api/projects/{project}": async (call, ada) => call(`/api/projects/${(await projectWithVersion(world, ada)).id}`, { name: "New" }),
  "PUT /api/projects/{project}/hosts": async (call, ada) =>
    call(`/api/projects/${(await projectWithVersion(world, ada)).id}/hosts`, { hosts: { connect: ["api.example.com"] } }),
  "DELETE /api/projects/{project}": async (call, ada) => call(`/api/projects/${(await started(ada)).project}`),
  "POST /api/projects/{project}/undelete": async (call, ada) => {
    const { id } = await projectWithVersion(world, ada);
    await json(ada.call("DELETE", `/api/projects/${id}`));
    return call(`/api/projects/${id}/undelete`);
  },
  "POST /api/projects/{project}/versions": async (call, ada) => {
    const { id } = await projectWithVersion(world, ada);
    return call(`/api/projects/${id}/versions`, { parent: 1, changes: [{ path: "src/App.tsx", text: "two\n" }] });
  },
  "POST /api/projects/{project}/versions/{number}/restore": async (call, ada) =>
    call(`/api/projects/${(await projectWithVersion(world, ada)).id}/versions/1/restore`),
  "POST /api/projects/{project}/snapshots": async (call, ada) =>
    call(`/api/projects/${(await projectWithVersion(world, ada)).id}/snapshots`, { note: "Before it" }),
  "POST /api/projects/{project}/snapshots/{snapshot}/rollback": async (call, ada) => {
    const path = `/api/projects/${(await projectWithVersion(world, ada)).id}/snapshots`;
    const { id } = await json<Snapshot>(ada.call("POST", path, {}));
    return call(`${path}/${id}/rollback`, { parts: ["data"] });
  },
  "POST /api/projects/{project}/sessions": async (call, ada) =>
    call(`/api/projects/${(await projectWithVersion(world, ada)).id}/sessions`, {}),
  "POST /api/sessions/{session}/messages": async (call, ada) =>
    call(`/api/sessions/${(await started(ada)).sessionId}/messages`, { text: "More" }),
  "PATCH /api/jobs/{job}": async (call, ada) => call(`/api/jobs/${(await waitsBehind(ada)).jobId}`, { text: "A map", deliver: "steer" }),
  "POST /api/jobs/{job}/cancel": async (call, ada) => call(`/api/jobs/${(await started(ada)).jobId}/cancel`),
  "POST /api/jobs/{job}/retry": async (call, ada) => call(`/api/jobs/${(await ended(ada)).jobId}/retry`),
  "POST /api/jobs/{job}/continue": async (call, ada) => call(`/api/jobs/${(await ended(ada)).jobId}/continue`),
  "POST /api/sessions/{session}/answers": async (call, ada) => {
    const { sessionId, jobId } = await started(ada);
    const begun = await world.streamOf(sessionId).begin(jobId);
    if (begun.state !== "begun") throw new Error(begun.state);
    await world.streamOf(sessionId).pause({ jobId, fence: begun.fence, step: "plan:1", events: [] });
    return call(`/api/sessions/${sessionId}/answers`, { kind: "plan", jobId, steps: [{ id: "1", title: "List", files: [] }] });
  },
  "POST /api/projects/{project}/previews": async (call, ada) =>
    call(`/api/projects/${(await projectWithVersion(world, ada)).id}/previews`, { channel: "current" }),
  "POST /api/projects/{project}/previews/share": async (call, ada) =>
    call(`/api/projects/${(await projectWithVersion(world, ada)).id}/previews/share`),
  "DELETE /api/projects/{project}/previews/share": async (call, ada) =>
    call(`/api/projects/${(await projectWithVersion(world, ada)).id}/previews/share`),
  "POST /api/projects/{project}/deployments": async (call, ada) =>
    call(`/api/projects/${(await projectWithVersion(world, ada)).id}/deployments`, {}),
  "POST /api/projects/{project}/deployments/{deployment}/cancel": async (call, ada) => call(`${(await asked(ada)).deployment}/cancel`),
  "POST /api/projects/{project}/deployments/{deployment}/rollback": async (call, ada) =>
    call(`${(await publishedTwice(ada)).deployment}/rollback`, {}),
  "DELETE /api/projects/{project}/deployments/{deployment}": async (call, ada) => call((await publishedTwice(ada)).deployment),
  "PUT /api/projects/{project}/publication": async (call, ada) =>
    call(`/api/projects/${(await projectWithVersion(world, ada)).id}/publication`, { visibility: "public" }),
  "PATCH /api/projects/{project}/variables/preview": async (call, ada) =>
    call(`/api/projects/${(await projectWithVersion(world, ada)).id}/variables/preview`, VARIABLE),
  "PATCH /api/projects/{project}/variables/production": async (call, ada) =>
    call(`/api/projects/${(await projectWithVersion(world, ada)).id}/variables/production`, VARIABLE),
  "DELETE /api/projects/{project}/publication": async (call, ada) => call(`${(await published(ada)).project}/publication`),
  "POST /api/projects/{project}/publication/share": async (call, ada) => {
    const path = `/api/projects/${(await projectWithVersion(world, ada)).id}/publication`;
    await json(ada.call("PUT", path, { visibility: "link" }));
    return call(`${path}/share`);
  },
  "PATCH /api/projects/{project}/automations/{automation}": async (call, ada) =>
    call(`${(await automated(ada)).path}/count`, { off: true }),
  "POST /api/projects/{project}/automations/{automation}/test": async (call, ada) => call(`${(await automated(ada)).path}/count/test`, {}),
  "POST /api/projects/{project}/automations/runs/{run}/retry": async (call, ada) => {
    const { path, rows, automations } = await automated(ada);
    await json(ada.call("POST", rows, { values: { title: "Tea" } }));
    await json(ada.call("PATCH", `${path}/count`, { off: true }));
    return call(`${path}/runs/${must((await automations.automationRuns({}, false)).items[0]).id}/retry`);
  },
  "POST /api/projects/{project}/data/plan": async (call, ada) =>
    call(`/api/projects/${(await projectWithVersion(world, ada)).id}/data/plan`, { schema: { tables: [] } }),
  "POST /api/projects/{project}/data/tables/{table}/rows": async (call, ada) =>
    call((await withRow(ada)).rows, { values: { title: "Tea" } }),
  "POST /api/projects/{project}/data/tables/{table}/upsert": async (call, ada) =>
    call((await withRow(ada)).rows.replace(/rows$/, "upsert"), { by: "title", values: { title: "Tea" } }),
  "POST /api/projects/{project}/data/tables/{table}/rows/{id}/increment": async (call, ada) =>
    call(`${(await withRow(ada)).row}/increment`, { by: { hours: 2 } }),
  "POST /api/projects/{project}/data/writes": async (call, ada) =>
    call((await withRow(ada)).rows.replace(/tables\/.*$/, "writes"), {
      writes: [{ do: "create", table: "tasks", values: { title: "Tea" } }],
    }),
  "POST /api/projects/{project}/data/tables/{table}/imports": async (call, ada) =>
    call((await withRow(ada)).rows.replace(/rows$/, "imports"), {}),
  "POST /api/projects/{project}/data/files": async (call, ada) =>
    call((await withFile(ada)).files, { table: "tasks", column: "photo", name: "b.png", size: 1 }),
  "PUT /api/projects/{project}/data/files/{file}/parts/{part}": async (call, ada) => call(`${(await withFile(ada)).file}/parts/0`, PICTURE),
  "PUT /api/projects/{project}/data/files/{file}/thumbnail": async (call, ada) => {
    const { file } = await withFile(ada);
    await ada.call("PUT", `${file}/parts/0`, PICTURE);
    return call(`${file}/thumbnail`, PICTURE);
  },
  "POST /api/projects/{project}/data/imports/{import}/rows": async (call, ada) =>
    call(`${await withImport(ada)}/rows`, { first: 1, rows: [{ title: "Tea" }] }),
  "POST /api/projects/{project}/data/imports/{import}/write": async (call, ada) => call(`${await withImport(ada)}/write`),
  "DELETE /api/projects/{project}/data/imports/{import}": async (call, ada) => call(await withImport(ada)),
  "PATCH /api/projects/{project}/data/tables/{table}/rows/{id}": async (call, ada) =>
    call((await withRow(ada)).row, { values: { title: "Tea" } }),
  "DELETE /api/projects/{project}/data/tables/{table}/rows/{id}": async (call, ada) => call((await withRow(ada)).row),
  "POST /api/projects/{project}/data/tables/{table}/rows/{id}/restore": async (call, ada) => {
    const { row } = await withRow(ada);
    await ada.call("DELETE", row);
    return call(`${row}/restore`);
  },
  "PUT /api/projects/{project}/roles/{user}": async (call, ada) => {
    const { bob } = await member(ada);
    return call(`/api/projects/${(await projectWithVersion(world, ada)).id}/roles/${bob.id}`, { role: "viewer" });
  },
  "PUT /api/projects/{project}/app-roles/{kind}/{id}": async (call, ada) => {
    const { bob } = await member(ada);
    const manifest = JSON.stringify({ name: "Orders", roles: [{ name: "manager", label: "Manager" }] });
    const { id } = await projectWithVersion(world, ada, { "app.json": manifest });
    return call(`/api/projects/${id}/app-roles/member/${bob.id}`, { roles: ["manager"] });
  },
  "POST /api/orgs/{org}/github/connect": (call, ada) => call(`/api/orgs/${ada.organizationId}/github/connect`),
  "POST /api/orgs/{org}/github/installations": async (call, ada) => {
    const { path, brought } = await atGitHub(ada);
    return call(`${path}/installations`, brought);
  },
  "DELETE /api/orgs/{org}/github/installations/{installation}": async (call, ada) => {
    await connected(ada);
    return call(`/api/orgs/${ada.organizationId}/github/installations/${INSTALLATION.octocat}`);
  },
  "POST /api/projects/{project}/github": async (call, ada) => {
    const { path, wanted } = await connected(ada);
    return call(path, wanted);
  },
  "PATCH /api/projects/{project}/github": async (call, ada) => call(await linked(ada), { publishMerged: true }),
  "DELETE /api/projects/{project}/github": async (call, ada) => call(await linked(ada)),
  "POST /api/projects/{project}/github/sync": async (call, ada) => call(`${await linked(ada)}/sync`),
  "POST /api/projects/{project}/github/resolve": async (call, ada) => {
    const path = await linked(ada);
    const projectId = must(path.split("/")[3]);
    const [token, until] = ["a token", world.clock.now() + 1];
    const failure = { code: "merge_conflict" as const, message: "Both changed it." };
    await world.github.lease(projectId, token, world.clock.now(), until);
    const stopped = { kind: "conflict" as const, failure, sha: "a".repeat(40), current: 1, draft: null };
    await world.github.advance({ projectId, token }, { stopped });
    await world.github.release({ projectId, token, asked: 0 });
    return call(`${path}/resolve`, { kind: "keep" });
  },
  "POST /api/projects/{project}/github/branches": async (call, ada) => call(`${await linked(ada)}/branches`, { text: "Show totals" }),
  "POST /api/projects/{project}/github/branches/{branch}/pull": async (call, ada) => {
    const path = await linked(ada);
    const { branches } = await json<ProjectGitHub>(ada.call("POST", `${path}/branches`, { text: "Show totals" }));
    return call(`${path}/branches/${must(branches[0]).id}/pull`);
  },
  "POST /api/projects/{project}/github/pulls/{number}/merge": async (call, ada) => {
    const path = await linked(ada);
    const projectId = must(path.split("/")[3]);
    const at = { owner: "octocat", repo: must(await world.github.link(projectId)).repo };
    const { rest } = peer.octocat;
    const { data: first } = await rest.repos.createOrUpdateFileContents({ ...at, path: "a.txt", message: "First", content: btoa("a") });
    await rest.git.createRef({ ...at, ref: "refs/heads/change", sha: must(first.commit.sha) });
    const { data } = await rest.repos.createOrUpdateFileContents({
      ...at,
      path: "b.txt",
      message: "b",
      content: btoa("b"),
      branch: "change",
    });
    const { data: pull } = await rest.pulls.create({ ...at, title: "Change", head: "change", base: "main" });
    await world.github.leasePull({ projectId, number: pull.number }, "a token", 0, 1);
    return call(`${path}/pulls/${pull.number}/merge`, { sha: must(data.commit.sha) });
  },
  "POST /api/projects/{project}/github/rules": async (call, ada) =>
    call(`${await linked(ada)}/rules`, { when: { kind: "label", label: "edgewright" }, template: "Do it." }),
  "PATCH /api/projects/{project}/github/rules/{rule}": async (call, ada) => call(await ruled(ada), { enabled: false }),
  "DELETE /api/projects/{project}/github/rules/{rule}": async (call, ada) => call(await ruled(ada)),
  "POST /api/webhooks/github": async () => {
    const body = JSON.stringify({ zen: "Speak like a human." });
    const signature = await new Webhooks({ secret: peer.webhookSecret }).sign(body);
    const headers = { "x-hub-signature-256": signature, "x-github-event": "ping", "x-github-delivery": "1" };
    return world.nobody("POST", "/api/webhooks/github", new Blob([body], { type: "application/json" }), headers);
  },
  "PUT /api/orgs/{org}/models": (call, ada) => call(`/api/orgs/${ada.organizationId}/models`, { fallbacks: ["starter:builtin"] }),
  "POST /api/orgs/{org}/models/test": (call, ada) =>
    call(`/api/orgs/${ada.organizationId}/models/test`, { provider: "compatible", baseUrl: "http://127.0.0.1:1/v1", model: "m" }),
  "PUT /api/orgs/{org}/budgets": (call, ada) => call(`/api/orgs/${ada.organizationId}/budgets`, { jobBudget: 1, monthBudget: 2 }),
  "POST /api/orgs": (call) => call("/api/orgs", { name: "Acme" }),
  "PATCH /api/orgs/{org}": (call, ada) => call(`/api/orgs/${ada.organizationId}`, { name: "Acme Works" }),
  "DELETE /api/orgs/{org}": async (call, ada) => call(`/api/orgs/${await organization(ada)}`, { name: "Acme" }),
  "POST /api/orgs/{org}/undelete": async (call, ada) => {
    const org = await organization(ada);
    await json(ada.call("DELETE", `/api/orgs/${org}`, { name: "Acme" }));
    return call(`/api/orgs/${org}/undelete`);
  },
  "POST /api/orgs/{org}/leave": async (call, ada) => call(`/api/orgs/${ada.organizationId}/leave`, undefined, (await member(ada)).bob),
  "POST /api/orgs/{org}/switch": async (call, ada) =>
    call(`/api/orgs/${await organization(ada)}/switch`).then(async (first) => {
      // Whoever makes an organization works in it already.
      const back = await call(`/api/orgs/${ada.organizationId}/switch`);
      return (await linesOf(first)).length > 0 ? first : back;
    }),
  "PATCH /api/orgs/{org}/members/{member}": async (call, ada) =>
    call(`/api/orgs/${ada.organizationId}/members/${(await member(ada)).id}`, { role: "viewer" }),
  "DELETE /api/orgs/{org}/members/{member}": async (call, ada) => call(`/api/orgs/${ada.organizationId}/members/${(await member(ada)).id}`),
  "POST /api/orgs/{org}/invites": async (call, ada) =>
    call(`/api/orgs/${await organization(ada)}/invites`, { by: "link", role: "viewer", days: 7 }),
  "POST /api/orgs/{org}/invites/{invite}/resend": async (call, ada) => call(`${(await invited(ada)).invite}/resend`),
  "DELETE /api/orgs/{org}/invites/{invite}": async (call, ada) => call((await invited(ada)).invite),
  "POST /api/invites/look-up": async (call, ada) => call("/api/invites/look-up", { secret: await link(ada) }),
  "POST /api/invites/accept": async (call, ada) => call("/api/invites/accept", { secret: await link(ada) }, await world.person("Bob")),
  "POST /api/orgs/{org}/domains": (call, ada) => call(`/api/orgs/${ada.organizationId}/domains`, { domain: "one.example" }),
  "POST /api/orgs/{org}/domains/{domain}/verify": async (call, ada) => call(`${await domain(ada, "two.example")}/verify`),
  "PATCH /api/orgs/{org}/domains/{domain}": async (call, ada) => call(await domain(ada, "three.example"), { role: "editor" }),
  "DELETE /api/orgs/{org}/domains/{domain}": async (call, ada) => call(await domain(ada, "four.example")),
  "POST /api/orgs/join": async (call, ada) => {
    await json(ada.call("POST", `${await domain(ada, "five.example")}/verify`));
    const bob = await world.person("Bob", "bob@five.example");
    await world.database.update(schema.users).set({ emailVerified: true }).where(eq(schema.users.id, bob.id));
    return call("/api/orgs/join", { organizationId: ada.organizationId }, bob);
  },
  "POST /api/me/tokens": (call) => call("/api/me/tokens", { name: "CI", scopes: ["projects:read"], role: "viewer" }),
  "DELETE /api/me/tokens/{token}": async (call, ada) => call(`/api/me/tokens/${(await token("/api/me/tokens", ada)).token.id}`),
  "POST /api/orgs/{org}/tokens": (call, ada) =>
    call(`/api/orgs/${ada.organizationId}/tokens`, { name: "CI", scopes: ["projects:read"], role: "viewer" }),
  "DELETE /api/orgs/{org}/tokens/{token}": async (call, ada) => {
    const path = `/api/orgs/${ada.organizationId}/tokens`;
    return call(`${path}/${(await token(path, ada)).token.id}`);
  },
  "DELETE /api/me/sessions": async (call, ada) => {
    await otherSession(ada);
    return call("/api/me/sessions");
  },
  "DELETE /api/me/sessions/{session}": async (call, ada) => call(`/api/me/sessions/${await otherSession(ada)}`),
  "PUT /api/me/picture": (_call, ada) => picture(ada),
  "DELETE /api/me/picture": async (call, ada) => {
    await picture(ada);
    return call("/api/me/picture");
  },
  "DELETE /api/me": (call, ada) => call("/api/me", { email: ada.email }),
};

async function otherSession(ada: TestPerson): Promise<string> {
  const { internalAdapter } = await world.services.auth.$context;
  return (await internalAdapter.createSession(ada.id)).id;
}

const picture = (ada: TestPerson) => ada.call("PUT", "/api/me/picture", PICTURE);

const linesOf = async (response: Response) => {
  const requestId = response.headers.get("x-request-id");
  return (await world.database.query.auditLog.findMany()).filter((line) => line.requestId === requestId);
};

const routes = ALL_OPERATIONS.map(({ route }) => ({
  name: `${route.method.toUpperCase()} ${route.path}`,
  method: route.method.toUpperCase(),
}));
const unsafe = routes.filter(({ method }) => method !== "GET");

test("samples are of operations that there are", () => {
  const names = new Set(unsafe.map(({ name }) => name));
  expect([...Object.keys(SAMPLES), ...Object.keys(EXCEPTIONS)].filter((name) => !names.has(name))).toEqual([]);
});

describe("one line of the log for", () => {
  test.each(unsafe)("$name", async ({ name, method }) => {
    const sample = SAMPLES[name];
    if (!sample) throw new Error(`There is no sample of ${name}: add one, and see that it writes its line.`);
    const ada = await world.person("Ada");
    const call: Call = (path, body = method === "DELETE" ? undefined : {}, by = ada) => by.call(method, path, body);
    const response = await sample(call, ada);
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    await world.settled();
    const lines = (await linesOf(response)).map(({ action }) => action);
    const exception = EXCEPTIONS[name];
    if (exception) expect(lines).toEqual(exception.lines);
    else expect(lines).toHaveLength(1);
  });
});

describe("a change and its line are one write", () => {
  const refuse = (when: string) =>
    world.binding.exec(`create trigger refused before ${when} begin select raise(ABORT, 'refused by the test'); end`);
  const nameOf = async (id: string) => (await world.projects.find(id))?.name;

  test.each(["insert on audit_log", "update on projects"])("an error at %s leaves neither", async (when) => {
    const ada = await world.person("Ada");
    const { id } = await projectWithVersion(world, ada);
    vi.spyOn(console, "error").mockReturnValue();
    await refuse(when);
    const response = await ada.call("PATCH", `/api/projects/${id}`, { name: "Changed" });
    await world.binding.exec("drop trigger refused");
    expect(response.status).toBe(500);
    expect(await nameOf(id)).toBe("Tasks");
    expect(await linesOf(response)).toEqual([]);
  });
});
