/** A project and its repository on the peer: what a test does on either side, and what comes of it. */
import { auditEntry } from "@edgewright/audit";
import type { FileMap, Finding, QueueMessage } from "@edgewright/contracts";
import { syncProject } from "@edgewright/github";
import { createProject, saveVersion } from "@edgewright/projects";
import { type GitHubPeer, INSTALLATION } from "./github-peer.ts";
import { must } from "./must.ts";
import { testWorld } from "./world.ts";

export async function repositoryWorld(peer: GitHubPeer, seed: FileMap = {}) {
  const world = await testWorld();
  const sent: QueueMessage[] = [];
  const shown: number[] = [];
  const broken = new Set<string>();
  const deps = {
    ...world,
    host: "edgewright.test",
    send: async (message: QueueMessage) => void sent.push(message),
    workspace: () => ({ setCurrent: async ({ version }: { version: number }) => void shown.push(version) }),
    async verify(_projectId: string, files: FileMap) {
      const findings: Finding[] = Object.entries(files)
        .filter(([, text]) => [...broken].some((word) => text.includes(word)))
        .map(([file]) => ({ code: "TS1", file, line: 1, column: 1, message: "It does not hold." }));
      return { ok: findings.length === 0, findings };
    },
  };
  const made = await createProject(
    { ...world, uniqueSuffix: () => "1" },
    { organizationId: world.organizationId, origin: world.origin, name: "Fleet" },
  );
  if (!made.ok) throw new Error(made.error.message);
  const { id } = made.value;
  const name = `fleet-${crypto.randomUUID().slice(0, 8)}`;
  const { data: repository } = await peer.octocat.rest.repos.createForAuthenticatedUser({ name, private: true });
  const at = { owner: "octocat", repo: name };
  const put = async (path: string, text: string, message = `Edit ${path} there`) => {
    const before = await peer.octocat.rest.repos.getContent({ ...at, path }).catch(() => null);
    const sha = before && "sha" in before.data ? before.data.sha : undefined;
    await peer.octocat.rest.repos.createOrUpdateFileContents({ ...at, path, message, content: btoa(text), ...(sha ? { sha } : {}) });
  };
  for (const [path, text] of Object.entries(seed)) await put(path, text);
  const save = async (files: FileMap, message: string) => {
    world.clock.advance(1000);
    const project = must(await world.projects.find(id));
    const author = { kind: "person" as const, id: world.origin.id, name: "Ada" };
    const saved = await saveVersion(world, {
      projectId: id,
      parent: project.currentVersion,
      files,
      author,
      message,
      checked: { ok: true, findings: [] },
    });
    if (!saved.ok || saved.value.outcome !== "saved") throw new Error("not saved");
    return saved.value.version.number;
  };
  const audit = auditEntry(world.clock, world.origin, { scope: world.organizationId, projectId: id, action: "github.linked", subject: id });
  const installation = {
    organizationId: world.organizationId,
    installationId: INSTALLATION.octocat,
    account: "octocat",
    accountType: "User" as const,
    status: "active" as const,
    selection: "all" as const,
    permissions: {},
    connectedBy: world.origin.id,
    createdAt: 0,
  };
  await world.github.connect(installation, { ...audit, id: "aud_connected" });
  const link = {
    projectId: id,
    installationId: INSTALLATION.octocat,
    repositoryId: repository.id,
    owner: "octocat",
    repo: name,
    branch: "main",
    headSha: null,
    headVersion: null,
    behind: 0,
    stopped: null,
    syncedAt: null,
    publishes: null,
    createdBy: world.origin.id,
    createdAt: world.clock.now(),
  };
  if ((await world.github.insertLink(link, audit)) !== "inserted") throw new Error("not linked");
  /** Each time as a process of its own, with no token kept from before. */
  const sync = () => syncProject({ ...deps, githubApi: peer.open() }, id);
  const commits = async () =>
    (await peer.octocat.rest.repos.listCommits(at)).data.map(({ sha, commit }) => ({ sha, message: commit.message.split("\n")[0] }));
  /** The repository as a git client has it. */
  const tree = async () => {
    const { data: ref } = await peer.octocat.rest.git.getRef({ ...at, ref: "heads/main" });
    const { data } = await peer.octocat.rest.git.getTree({ ...at, tree_sha: ref.object.sha, recursive: "1" });
    const files = data.tree.filter(({ type }) => type === "blob");
    const texts = await Promise.all(
      files.map(
        async ({ path, sha }) =>
          [
            path ?? "",
            atob((await peer.octocat.rest.git.getBlob({ ...at, file_sha: sha ?? "" })).data.content.replaceAll("\n", "")),
          ] as const,
      ),
    );
    return Object.fromEntries(texts);
  };
  const files = async () => {
    const project = must(await world.projects.find(id));
    const loaded = await world.store.load(id, must(project.currentVersion));
    return loaded.ok ? loaded.value : {};
  };
  return {
    world,
    deps,
    id,
    at,
    put,
    save,
    sync,
    commits,
    tree,
    files,
    sent,
    shown,
    broken,
    linked: async () => must(await world.github.link(id)),
  };
}
