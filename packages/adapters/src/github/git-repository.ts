/** One repository's git objects, branches and issues, through octokit. */
import { fail, fromBase64, ok, toBase64 } from "@edgewright/core";
import type { CommitFacts, GitRepository } from "@edgewright/github";
import type { Octokit } from "@octokit/rest";
import { checkRuns } from "./check-runs.ts";
import { attempt, orNull, statusOf, textOf } from "./failures.ts";
import { everyPage, PAGE } from "./pages.ts";
import { pullRequests } from "./pull-requests.ts";

type Named = { owner: string; repo: string };
/** Git objects are asked for before a repository has any. */
const isEmpty = (thrown: unknown) => statusOf(thrown) === 409;
const WRITERS = new Set(["admin", "maintain", "write"]);

type Signature = { name?: string | null; email?: string | null } | null;
type Person = { login?: string } | null | undefined;
const authorOf = (signature: Signature | undefined, person: Person): CommitFacts["author"] => ({
  login: person?.login ?? null,
  name: signature?.name ?? "",
  email: signature?.email ?? "",
});

/** `appSlug`: by it the App's own comments are known. */
export function gitRepository(octokit: Octokit, at: Named, appSlug: string): GitRepository {
  const { git, repos, issues } = octokit.rest;
  return {
    ...pullRequests(octokit, at),
    ...checkRuns(octokit, at),

    head: (branch) =>
      attempt(async () => {
        try {
          return (await git.getRef({ ...at, ref: `heads/${branch}` })).data.object.sha;
        } catch (thrown) {
          if (isEmpty(thrown)) return null;
          if (statusOf(thrown) !== 404) throw thrown;
          // No such branch, or no such repository: only the first is an answer.
          await repos.get(at);
          return null;
        }
      }),

    commit: (sha) =>
      attempt(async () => {
        const found = await orNull(() => repos.getCommit({ ...at, ref: sha, per_page: 1 }));
        if (!found) return null;
        const { commit, author } = found.data;
        return { sha: found.data.sha, tree: commit.tree.sha, message: commit.message, author: authorOf(commit.author, author) };
      }),

    async tree(sha) {
      const found = await attempt(() => git.getTree({ ...at, tree_sha: sha, recursive: "1" }));
      if (!found.ok) return found;
      const { tree, truncated } = found.value.data;
      if (truncated)
        return fail("too_many_files", "The repository has more files than GitHub lists at once.", {
          next: "Link a repository of the app alone.",
        });
      return ok(tree.map(({ path = "", mode = "", type = "", sha: name = "", size = 0 }) => ({ path, mode, type, sha: name, size })));
    },

    async blob(sha) {
      const found = await attempt(() => git.getBlob({ ...at, file_sha: sha }));
      return found.ok ? fromBase64(found.value.data.content.replaceAll("\n", "")) : found;
    },

    compare: (base, head) =>
      attempt(async () => {
        const found = await orNull(() => repos.compareCommitsWithBasehead({ ...at, basehead: `${base}...${head}`, per_page: 100 }));
        if (!found) return null;
        const { ahead_by, behind_by, commits, merge_base_commit } = found.data;
        const told = commits.map(({ sha, commit, author }) => ({ sha, message: commit.message, author: authorOf(commit.author, author) }));
        return { ahead: ahead_by, straight: behind_by === 0, base: merge_base_commit.sha, commits: told };
      }),

    createBlob: (bytes) => attempt(async () => (await git.createBlob({ ...at, content: toBase64(bytes), encoding: "base64" })).data.sha),

    createTree: (base, entries) =>
      attempt(async () => {
        const tree = entries.map((entry) => ({ ...entry, type: "blob" as const }));
        return (await git.createTree({ ...at, base_tree: base, tree })).data.sha;
      }),

    createCommit: ({ message, tree, parent, author, committer }) =>
      attempt(async () => (await git.createCommit({ ...at, message, tree, parents: [parent], author, committer })).data.sha),

    createBranch: (branch, sha) =>
      attempt(async () => {
        try {
          await git.createRef({ ...at, ref: `refs/heads/${branch}`, sha });
          return "made" as const;
        } catch (thrown) {
          if (statusOf(thrown) === 422 && /already exists/i.test(textOf(thrown))) return "there" as const;
          throw thrown;
        }
      }),

    moveBranch: (branch, sha) =>
      attempt(async () => {
        try {
          await git.updateRef({ ...at, ref: `heads/${branch}`, sha, force: false });
          return "moved" as const;
        } catch (thrown) {
          if (statusOf(thrown) === 422 && /fast.forward/i.test(textOf(thrown))) return "moved_on" as const;
          throw thrown;
        }
      }),

    seed: ({ branch, path, bytes, message, author, committer }) =>
      attempt(async () => {
        const content = toBase64(bytes);
        const { data } = await repos.createOrUpdateFileContents({ ...at, path, branch, message, content, author, committer });
        return data.commit.sha ?? "";
      }),

    mayWrite: (login) =>
      attempt(async () => {
        const found = await orNull(() => repos.getCollaboratorPermissionLevel({ ...at, username: login }));
        return found !== null && (WRITERS.has(found.data.permission) || WRITERS.has(found.data.role_name));
      }),

    comments: (issue) =>
      everyPage(async (page) => {
        const { data } = await issues.listComments({ ...at, issue_number: issue, per_page: PAGE, page });
        return data.map(({ id, body = "", user }) => ({ id, body, own: user?.login === `${appSlug}[bot]` }));
      }),

    addComment: (issue, body) => attempt(async () => (await issues.createComment({ ...at, issue_number: issue, body })).data.id),
    editComment: (id, body) =>
      attempt(async () => {
        await issues.updateComment({ ...at, comment_id: id, body });
      }),
  };
}
