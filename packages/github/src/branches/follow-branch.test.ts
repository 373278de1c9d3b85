/** A branch on the real peer: what is made here goes there, and nothing that somebody pushed there is lost. */
import { saveVersion } from "@edgewright/projects";
import { type GitHubPeer, githubPeer } from "@edgewright/testing/github-peer";
import { must } from "@edgewright/testing/must";
import { repositoryWorld } from "@edgewright/testing/repository-world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { followBranch, sweepGitHub } from "../index.ts";

let peer: GitHubPeer;
beforeAll(async () => {
  peer = await githubPeer();
});
afterAll(() => peer.close());

async function setUp() {
  const base = await repositoryWorld(peer);
  const { world, id } = base;
  await base.save({ "a.ts": "one\n" }, "Start");
  const branch = {
    ...{ id: "brn_1", projectId: id, name: "edgewright/totals", title: "Totals", base: 1, tip: null, headSha: null, headVersion: null },
    ...{ wanted: true, pull: null, says: null, createdBy: world.origin.id, createdAt: 0 },
  };
  await world.github.insertBranch(branch);
  const onBranch = async (parent: number, text: string) => {
    const saved = await saveVersion(world, {
      ...{ projectId: id, parent, files: { "a.ts": text }, message: text.trim(), aside: true },
      author: { kind: "agent", id: "job_1", name: "Edgewright" },
      checked: { ok: true, findings: [] },
    });
    if (!saved.ok || saved.value.outcome !== "saved") throw new Error("not saved");
    await world.github.updateBranch("brn_1", { tip: saved.value.version.number });
    return saved.value.version.number;
  };
  const deps = { ...base.deps, githubApi: peer.open() };
  return { base, deps, onBranch, follow: () => followBranch(deps, "brn_1"), known: async () => must(await world.github.branch("brn_1")) };
}

describe("a branch", () => {
  it("waits for the version that it parted from, and is looked at again until it is there", async () => {
    const { base, deps, onBranch, follow, known } = await setUp();
    await onBranch(1, "totals\n");
    expect(await follow()).toMatchObject({ retry: true });
    expect(base.sent).toContainEqual({ kind: "sync", projectId: base.id });
    base.sent.length = 0;
    await sweepGitHub(deps);
    expect(base.sent).toContainEqual({ kind: "branch", branchId: "brn_1" });
    await base.sync();
    expect(await follow()).toBeNull();
    expect(await known()).toMatchObject({ headVersion: 2, pull: expect.any(Number), says: null });
    base.sent.length = 0;
    await sweepGitHub(deps);
    expect(base.sent.filter(({ kind }) => kind === "branch")).toEqual([]);
  });

  it("that somebody pushed to keeps what they pushed, and says so", async () => {
    const { base, onBranch, follow, known } = await setUp();
    await base.sync();
    const number = await onBranch(1, "totals\n");
    await follow();
    const { rest } = peer.octocat;
    await rest.repos.createOrUpdateFileContents({
      ...base.at,
      branch: "edgewright/totals",
      path: "b.ts",
      message: "By hand",
      content: btoa("b\n"),
    });
    const pushed = (await rest.git.getRef({ ...base.at, ref: "heads/edgewright/totals" })).data.object.sha;
    await onBranch(number, "more\n");
    expect(await follow()).toBeNull();
    expect((await rest.git.getRef({ ...base.at, ref: "heads/edgewright/totals" })).data.object.sha).toBe(pushed);
    expect(await known()).toMatchObject({ headVersion: number, says: expect.stringContaining("Somebody pushed") });
  });
});
