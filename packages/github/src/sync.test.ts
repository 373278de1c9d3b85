/** A project and its repository on the real peer: what is pushed, what is pulled, and what happens when one of them dies in between. */

import type { FileMap } from "@edgewright/contracts";
import { type GitHubPeer, githubPeer } from "@edgewright/testing/github-peer";
import { repositoryWorld } from "@edgewright/testing/repository-world";
import { numbersFrom } from "@edgewright/testing/share";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LEASE_MS } from "./index.ts";

let peer: GitHubPeer;
beforeAll(async () => {
  peer = await githubPeer();
});
afterAll(() => peer.close());
beforeEach(() => {
  peer.state.between = (_asked, go) => go();
});

const PNG = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 255, 0, 1]);

const setUp = (seed: FileMap = {}) => repositoryWorld(peer, seed);

describe("push", () => {
  it("makes each version a commit, of an empty repository, byte for byte, and of a later version only what differs", async () => {
    const { deps, save, sync, commits, tree, linked } = await setUp();
    const picture = await deps.store.keep(PNG);
    await save({ "app.json": "{}", "src/App.tsx": "one\r\nüöä\n", "public/logo.png": picture, "src/old.ts": "old" }, "Start");
    await save({ "app.json": "{}", "src/App.tsx": "two\n", "public/logo.png": picture }, "Second\n\nWith more words.");
    expect((await sync()).failure).toBeNull();
    expect((await commits()).map(({ message }) => message)).toEqual(["Second", "Start", "Add app.json"]);
    const bytes = String.fromCharCode(...PNG);
    expect(await tree()).toEqual({ "app.json": "{}", "src/App.tsx": "two\n", "public/logo.png": bytes });
    expect(await linked()).toMatchObject({ headVersion: 2, stopped: null, behind: 0, syncedAt: expect.any(Number) });
    await save({ "app.json": "{}", "src/App.tsx": "three\n", "public/logo.png": picture }, "Third");
    peer.asked.length = 0;
    await sync();
    expect(peer.asked.filter((line) => !line.includes("access_tokens"))).toHaveLength(6);
    expect(peer.asked.filter((line) => line.endsWith("/git/blobs"))).toEqual([]);
    await sync();
    expect(await commits()).toHaveLength(4);
  });
});

describe("pull", () => {
  it("makes a commit from there a version by its author, and knows its own commits by their names", async () => {
    const { world, id, put, save, sync, files, shown, linked } = await setUp();
    await save({ "src/App.tsx": "one\n" }, "Start");
    await sync();
    expect(shown).toEqual([]);
    await put("src/App.tsx", "edited there\n", "A change by hand");
    const { taken } = await sync();
    expect(taken).toMatchObject([{ version: 2, paths: ["src/App.tsx"] }]);
    expect(await files()).toEqual({ "src/App.tsx": "edited there\n" });
    expect(shown).toEqual([2]);
    expect(await world.versions.get(id, 2)).toMatchObject({
      author: { kind: "github", id: "octocat" },
      message: "A change by hand",
      parent: 1,
    });
    expect(await linked()).toMatchObject({ headVersion: 2, behind: 0 });
  });

  it("merges what happened on both sides, and pushes the merge", async () => {
    const { put, save, sync, files, tree } = await setUp();
    const lines = (...all: string[]) => `${all.join("\n")}\n`;
    await save({ "a.ts": lines("1", "2", "3", "4", "5"), "b.ts": "b\n" }, "Start");
    await sync();
    await put("a.ts", lines("1 there", "2", "3", "4", "5"));
    await save({ "a.ts": lines("1", "2", "3", "4", "5 here"), "c.ts": "c\n" }, "Here");
    await sync();
    const both = { "a.ts": lines("1 there", "2", "3", "4", "5 here"), "c.ts": "c\n" };
    expect(await files()).toEqual(both);
    expect(await tree()).toEqual(both);
  });

  it("stops where both changed the same place, loses neither side, and goes on once that is no more", async () => {
    const { put, save, sync, files, tree, linked } = await setUp();
    await save({ "a.ts": "one\n" }, "Start");
    await sync();
    await put("a.ts", "there\n");
    await save({ "a.ts": "here\n" }, "Here");
    await sync();
    expect((await linked()).stopped).toMatchObject({ kind: "conflict", current: 2, failure: { code: "merge_conflict" } });
    expect([await files(), await tree()]).toEqual([{ "a.ts": "here\n" }, { "a.ts": "there\n" }]);
    await put("a.ts", "here\n");
    await sync();
    expect(await linked()).toMatchObject({ stopped: null, behind: 0, headVersion: 2 });
  });

  it("keeps what does not hold as a draft with its findings; the working version stays, and the commit that mends it is taken", async () => {
    const { world, id, put, save, sync, files, broken, linked } = await setUp();
    broken.add("BROKEN");
    await save({ "a.ts": "one\n" }, "Start");
    await sync();
    await put("a.ts", "BROKEN\n");
    await sync();
    expect((await linked()).stopped).toMatchObject({ kind: "checks", draft: 2 });
    expect(await world.versions.get(id, 2)).toMatchObject({ status: "draft", findings: [{ file: "a.ts" }] });
    expect(await files()).toEqual({ "a.ts": "one\n" });
    await sync();
    expect(await world.versions.newestNumber(id)).toBe(2);
    await put("a.ts", "mended\n");
    await sync();
    expect(await files()).toEqual({ "a.ts": "mended\n" });
    expect((await linked()).stopped).toBeNull();
  });

  it("leaves files alone that a version cannot hold", async () => {
    const { at, save, sync, files, tree } = await setUp();
    await save({ "a.ts": "one\n" }, "Start");
    await sync();
    const { git } = peer.octocat.rest;
    const { data: ref } = await git.getRef({ ...at, ref: "heads/main" });
    const { data: head } = await git.getCommit({ ...at, commit_sha: ref.object.sha });
    const { data: made } = await git.createTree({
      ...at,
      base_tree: head.tree.sha,
      tree: [
        { path: "link", mode: "120000", type: "blob", content: "a.ts" },
        { path: "con.txt", mode: "100644", type: "blob", content: "device" },
        { path: "run.sh", mode: "100755", type: "blob", content: "#!/bin/sh\n" },
      ],
    });
    const { data: commit } = await git.createCommit({ ...at, message: "Odd files", tree: made.sha, parents: [head.sha] });
    await git.updateRef({ ...at, ref: "heads/main", sha: commit.sha });
    await sync();
    expect(await files()).toEqual({ "a.ts": "one\n", "run.sh": "#!/bin/sh\n" });
    await save({ "a.ts": "two\n", "run.sh": "#!/bin/sh\necho\n" }, "Second");
    await sync();
    expect(await tree()).toEqual({ "a.ts": "two\n", "run.sh": "#!/bin/sh\necho\n", link: "a.ts", "con.txt": "device" });
    const { data: now } = await git.getRef({ ...at, ref: "heads/main" });
    const { data: entries } = await git.getTree({ ...at, tree_sha: now.object.sha, recursive: "1" });
    expect(Object.fromEntries(entries.tree.map(({ path, mode }) => [path, mode]))).toMatchObject({
      link: "120000",
      "run.sh": "100755",
      "a.ts": "100644",
    });
  });

  it("takes the files of a repository that has some, along with those of the project", async () => {
    const { save, sync, files, tree } = await setUp({ "README.md": "# There\n", "a.ts": "one\n" });
    await save({ "a.ts": "one\n", "b.ts": "b\n" }, "Start");
    await sync();
    const both = { "README.md": "# There\n", "a.ts": "one\n", "b.ts": "b\n" };
    expect([await files(), await tree()]).toEqual([both, both]);
  });

  it("takes rewritten history as a version, and says so", async () => {
    const { world, id, at, put, save, sync, files } = await setUp();
    await save({ "a.ts": "one\n" }, "Start");
    await sync();
    const { data: before } = await peer.octocat.rest.git.getRef({ ...at, ref: "heads/main" });
    await put("a.ts", "two\n");
    await sync();
    const { data: old } = await peer.octocat.rest.git.getCommit({ ...at, commit_sha: before.object.sha });
    const { data: tree } = await peer.octocat.rest.git.createTree({
      ...at,
      tree: [{ path: "a.ts", mode: "100644", type: "blob", content: "anew\n" }],
    });
    const { data: commit } = await peer.octocat.rest.git.createCommit({
      ...at,
      message: "Anew",
      tree: tree.sha,
      parents: old.parents.map(({ sha }) => sha),
    });
    await peer.octocat.rest.git.updateRef({ ...at, ref: "heads/main", sha: commit.sha, force: true });
    await sync();
    expect(await files()).toEqual({ "a.ts": "anew\n" });
    expect((await world.versions.get(id, 3))?.message).toMatch(/^History was rewritten on GitHub: Anew/);
  });
});

describe("whatever dies in between", () => {
  type Fault = "killed when it is answered" | "not answered";
  it.each<Fault>(["killed when it is answered", "not answered"])("leaves the same commits and versions: %s", async (fault) => {
    let reached = true;
    for (const step of numbersFrom(0, 3)) {
      if (!reached) break;
      const { world, put, save, sync, commits, tree, files, linked } = await setUp();
      const dying = () =>
        new Promise<void>((resolve) => {
          let count = 0;
          reached = false;
          // A token that is asked for is awaited by whoever asks next in this process, which would not be there.
          peer.state.between = async ({ path }, go) => {
            if (path.endsWith("/access_tokens") || count++ !== step) return go();
            reached = true;
            await go();
            if (fault === "not answered") throw new TypeError("fetch failed");
            resolve();
            return new Promise(() => {});
          };
        });
      const die = async () => {
        const death = dying();
        await Promise.race([sync(), death]);
        peer.state.between = (_asked, go) => go();
        world.clock.advance(LEASE_MS + 1);
      };
      await save({ "a.ts": "one\n", "b.ts": "b\n" }, "Start");
      await save({ "a.ts": "two\n", "b.ts": "b\n" }, "Second");
      await die();
      const diedFirst: boolean = reached;
      await sync();
      expect((await commits()).map(({ message }) => message)).toEqual(["Second", "Start", "Add a.ts"]);
      await put("a.ts", "there\n");
      await die();
      reached ||= diedFirst;
      await sync();
      const both = { "a.ts": "there\n", "b.ts": "b\n" };
      expect([await files(), await tree()]).toEqual([both, both]);
      expect(await commits()).toHaveLength(4);
      expect(await linked()).toMatchObject({ headVersion: 3, stopped: null });
    }
  });
});
