/** Pull requests on the real peer: a preview, a check run and a comment, one of each, whatever is told how often and whoever dies. */

import { auditEntry } from "@edgewright/audit";
import type { AppSchema, Environment, FileMap } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { schema } from "@edgewright/db";
import { writer } from "@edgewright/testing";
import { type AppData, appData, remoteData } from "@edgewright/testing/app-data";
import { type GitHubPeer, githubPeer } from "@edgewright/testing/github-peer";
import { must } from "@edgewright/testing/must";
import { repositoryWorld } from "@edgewright/testing/repository-world";
import { numbersFrom } from "@edgewright/testing/share";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { followPull, followPulls, type PullDeps, publishMerged } from "../index.ts";

let peer: GitHubPeer;
beforeAll(async () => {
  peer = await githubPeer();
});
afterAll(() => peer.close());
beforeEach(() => {
  peer.state.between = (_asked, go) => go();
});

const LEASE_OVER = 6 * 60_000;
const MEMBER = writer({ channel: "current", actor: { kind: "member", userId: "usr_1", may: "write" } });
const PAGE = "<h1>\n  one\n</h1>\n";
const column = (name: string) => ({ name, label: name, type: "text" as const });
const tables = (...names: string[]): AppSchema => ({
  tables: [{ name: "trucks", label: "Trucks", columns: names.map(column) }] as AppSchema["tables"],
});
const schemaText = (...names: string[]) => JSON.stringify(tables(...names));

async function setUp(files: FileMap = { "index.html": PAGE, "data/schema.json": schemaText("plate", "owner") }) {
  const base = await repositoryWorld(peer);
  const { world, id, at } = base;
  const rows = new Map<Environment, AppData>();
  const of = (environment: Environment): AppData => {
    const known = rows.get(environment) ?? appData(world.clock);
    rows.set(environment, known);
    return known;
  };
  const pages = new Map<string, FileMap>();
  const published: number[] = [];
  const deps: PullDeps = {
    ...base.deps,
    appUrl: "https://edgewright.test",
    get githubApi() {
      return peer.open();
    },
    workspace: () => ({
      ...base.deps.workspace(),
      openPull: async ({ channel, files: shown }) => void pages.set(channel, shown),
      closePull: async (channel) => void pages.delete(channel),
    }),
    data: (_project, environment) => ({
      ...remoteData(of(environment), { decided: async () => false, log: world.audit, other: of }),
      erase: async () => void rows.delete(environment),
    }),
    dataPlan: async (_project, next) => {
      const plan = await of("preview").rollbacks.plan(JSON.parse(next["data/schema.json"] ?? '{"tables":[]}'), null);
      return plan.ok ? plan.value : null;
    },
    publish: async (_project, version) => {
      published.push(version);
      return ok(null);
    },
  };
  await base.save(files, "Start");
  await base.sync();
  await of("preview").store.setSchema("current", tables("plate", "owner"));
  await of("preview").store.create(MEMBER, "trucks", { plate: "B-1", owner: "Ada" });
  const { rest } = peer.octocat;
  const pullRequest = async (branch: string, changes: FileMap, owner: "octocat" | "stranger" = "octocat") => {
    const { rest: theirs } = owner === "octocat" ? peer.octocat : peer.stranger;
    const where = { owner, repo: at.repo };
    const { data: main } = await theirs.git.getRef({ ...where, ref: "heads/main" });
    await theirs.git.createRef({ ...where, ref: `refs/heads/${branch}`, sha: main.object.sha });
    await commit(branch, changes, owner);
    const head = owner === "octocat" ? branch : `${owner}:${branch}`;
    return (await peer.octocat.rest.pulls.create({ ...at, title: `About ${branch}`, head, base: "main" })).data.number;
  };
  const commit = async (branch: string, changes: FileMap, owner: "octocat" | "stranger" = "octocat") => {
    const { rest: theirs } = owner === "octocat" ? peer.octocat : peer.stranger;
    const where = { owner, repo: at.repo };
    const { data: ref } = await theirs.git.getRef({ ...where, ref: `heads/${branch}` });
    const { data: head } = await theirs.git.getCommit({ ...where, commit_sha: ref.object.sha });
    const tree = Object.entries(changes).map(([path, content]) => ({ path, content, mode: "100644" as const, type: "blob" as const }));
    const { data: made } = await theirs.git.createTree({ ...where, base_tree: head.tree.sha, tree });
    const { data: next } = await theirs.git.createCommit({ ...where, message: "A change", tree: made.sha, parents: [head.sha] });
    await theirs.git.updateRef({ ...where, ref: `heads/${branch}`, sha: next.sha });
    return next.sha;
  };
  const comments = async (number: number) =>
    (await rest.issues.listComments({ ...at, issue_number: number })).data.map(({ body = "" }) => body);
  const checks = async (ref: string) => (await rest.checks.listForRef({ ...at, ref })).data.check_runs;
  return {
    ...{ base, deps, at, pages, published, rows, of, pullRequest, commit, comments, checks },
    follow: (number: number) => followPull(deps, id, number),
    known: async (number: number) => must(await world.github.pull(id, number)),
    plates: async (environment: Environment) => {
      const page = await of(environment).store.list(MEMBER, "trucks", {});
      return page.ok ? page.value.rows.map(({ plate }) => plate) : page.error.message;
    },
  };
}

describe("a pull request", () => {
  it("gets a preview with a copy of the rows, a check run and a comment, once, however often it is told of", async () => {
    const { deps, pages, of, pullRequest, comments, checks, follow, known, plates } = await setUp();
    const number = await pullRequest("page", { "index.html": "<h1>\n  two\n</h1>\n", "data/schema.json": schemaText("plate") });
    for (let time = 0; time < 3; time++) expect(await follow(number)).toBeNull();
    const channel = `pr-${number}` as const;
    expect(pages.get(channel)).toMatchObject({ "index.html": "<h1>\n  two\n</h1>\n" });
    await of(`fork:${channel}`).store.create(MEMBER, "trucks", { plate: "B-2" });
    expect([await plates(`fork:${channel}`), await plates("preview")]).toEqual([["B-1", "B-2"], ["B-1"]]);
    const { sha, result, trusted, shown } = await known(number);
    expect({ result, trusted, shown }).toMatchObject({
      result: { outcome: "holds", findings: [], plan: [{ effect: "lossy", says: expect.stringContaining("owner") }] },
      trusted: true,
      shown: true,
    });
    expect(await checks(sha)).toMatchObject([{ name: "Edgewright", status: "completed", conclusion: "success" }]);
    const [comment, ...others] = await comments(number);
    expect(others).toEqual([]);
    expect(comment).toContain(`${deps.appUrl}/projects/fleet/open?channel=${channel}`);
    expect(comment).toMatch(/loses/);
  });

  it("is looked at anew when it moves on: findings stand on their lines, and the comment is the same one", async () => {
    const { base, pages, pullRequest, commit, comments, checks, follow, known } = await setUp();
    base.broken.add("BROKEN");
    const number = await pullRequest("page", { "index.html": "<h1>two</h1>" });
    await follow(number);
    const sha = await commit("page", { "src/App.tsx": "BROKEN `@octocat`" });
    await follow(number);
    expect(pages.get(`pr-${number}`)).toHaveProperty(["src/App.tsx"]);
    expect((await known(number)).result).toMatchObject({ outcome: "fails", findings: [{ file: "src/App.tsx" }] });
    const [check, ...more] = await checks(sha);
    expect(more).toEqual([]);
    expect(check).toMatchObject({ conclusion: "failure", output: { title: "One finding", annotations_count: 1 } });
    expect(await comments(number)).toEqual([expect.stringContaining("**One finding**")]);
  });

  it("that conflicts with what is here has no preview, and says so", async () => {
    const { base, pages, pullRequest, comments, follow } = await setUp();
    const number = await pullRequest("page", { "index.html": "<h1>\n  there\n</h1>\n" });
    await base.save({ "index.html": "<h1>\n  here\n</h1>\n", "data/schema.json": schemaText("plate", "owner") }, "Here");
    await follow(number);
    expect(pages.size).toBe(0);
    expect(await comments(number)).toEqual([expect.stringContaining("conflicts")]);
  });

  it("loses its preview and its rows when it is closed, and has them again when it is opened again", async () => {
    const { at, pages, rows, pullRequest, comments, follow, known } = await setUp();
    const number = await pullRequest("page", { "index.html": "<h1>two</h1>" });
    await follow(number);
    await peer.octocat.rest.pulls.update({ ...at, pull_number: number, state: "closed" });
    await follow(number);
    await follow(number);
    expect([pages.size, rows.has(`fork:pr-${number}`), (await known(number)).shown]).toEqual([0, false, false]);
    expect(await comments(number)).toEqual([expect.stringContaining("is closed")]);
    await peer.octocat.rest.pulls.update({ ...at, pull_number: number, state: "open" });
    await follow(number);
    expect([pages.size, rows.has(`fork:pr-${number}`)]).toEqual([1, true]);
    expect(await comments(number)).toHaveLength(1);
  });

  it("from a fork gets none of the rows", async () => {
    const { at, pages, pullRequest, follow, known, plates } = await setUp();
    await peer.fork(at.repo);
    const number = await pullRequest("theirs", { "index.html": "<h1>theirs</h1>" }, "stranger");
    await follow(number);
    expect(pages.get(`pr-${number}`)).toMatchObject({ "index.html": "<h1>theirs</h1>" });
    expect((await known(number)).trusted).toBe(false);
    expect(await plates(`fork:pr-${number}`)).toMatch(/no table/);
  });

  it("that is merged becomes a version, which is published once where an admin wants that", async () => {
    const { base, deps, at, published, pullRequest, follow } = await setUp();
    const { world, id } = base;
    const { organizationId, origin } = world;
    const audit = auditEntry(world.clock, origin, { scope: organizationId, projectId: id, action: "github.updated", subject: id });
    await world.github.setPublishes(id, origin.id, audit);
    const merged = async (branch: string) => {
      const number = await pullRequest(branch, { "index.html": `<h1>${branch}</h1>` });
      await follow(number);
      await peer.octocat.rest.pulls.merge({ ...at, pull_number: number, merge_method: "merge" });
      base.sent.length = 0;
      await follow(number);
      expect(base.sent).toEqual([{ kind: "sync", projectId: id }]);
      await publishMerged(deps, id);
      await base.sync();
      for (let time = 0; time < 2; time++) await publishMerged(deps, id);
      expect(await base.files()).toMatchObject({ "index.html": `<h1>${branch}</h1>` });
    };
    await merged("by-nobody-who-may");
    expect(published).toEqual([]);
    await world.database
      .insert(schema.members)
      .values({ id: "mem_1", organizationId, userId: origin.id, role: "admin", createdAt: new Date(0) });
    await merged("by-an-admin");
    expect(published).toEqual([3]);
  });

  it("that no webhook told of is found, and one that is gone as well", async () => {
    const { base, deps, at, pullRequest, follow } = await setUp();
    const number = await pullRequest("page", { "index.html": "<h1>two</h1>" });
    const asked = async () => {
      base.sent.length = 0;
      await followPulls(deps, base.id);
      return base.sent.filter(({ kind }) => kind === "pull");
    };
    const message = { kind: "pull", projectId: base.id, number };
    expect(await asked()).toEqual([message]);
    await follow(number);
    expect(await asked()).toEqual([]);
    await peer.octocat.rest.pulls.update({ ...at, pull_number: number, state: "closed" });
    expect(await asked()).toEqual([message]);
  });
});

describe("whoever dies in between", () => {
  it("leaves one check run, one comment and one preview", async () => {
    let reached = true;
    for (const step of numbersFrom(0, 3)) {
      if (!reached) break;
      const { base, pages, pullRequest, comments, checks, follow, known } = await setUp();
      const number = await pullRequest("page", { "index.html": "<h1>two</h1>" });
      reached = false;
      let count = 0;
      const death = new Promise<void>((resolve) => {
        peer.state.between = async ({ path }, go) => {
          if (path.endsWith("/access_tokens") || count++ !== step) return go();
          reached = true;
          await go();
          resolve();
          return new Promise(() => {});
        };
      });
      await Promise.race([follow(number), death]);
      peer.state.between = (_asked, go) => go();
      base.world.clock.advance(LEASE_OVER);
      expect(await follow(number)).toBeNull();
      const { sha } = await known(number);
      expect(await checks(sha)).toMatchObject([{ status: "completed", conclusion: "success" }]);
      expect([(await comments(number)).length, [...pages.keys()]]).toEqual([1, [`pr-${number}`]]);
    }
  });

  it("is not waited for: whoever comes meanwhile has it looked at once more", async () => {
    const { base, pullRequest, comments, follow } = await setUp();
    const number = await pullRequest("page", { "index.html": "<h1>two</h1>" });
    base.sent.length = 0;
    await Promise.all([follow(number), follow(number), follow(number)]);
    expect(base.sent.filter(({ kind }) => kind === "pull")).toHaveLength(1);
    expect(await comments(number)).toHaveLength(1);
  });
});
