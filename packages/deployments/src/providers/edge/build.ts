/** A version as it is published on the edge: the page's script and sheet, its server code, and every file that it may load. */
import { addressOf, publishedScript, servedType } from "@edgewright/app-build";
import type { Channel, Outcome, PageBuild, PublishedBuild, ServerBuild, WorkspaceRpc } from "@edgewright/contracts";
import { fail, ok, sha256Hex } from "@edgewright/core";
import type { VersionStore } from "@edgewright/storage";
import type { Builds } from "../../builds.ts";
import type { Release } from "../provider.ts";

export type BuildDeps = {
  builds: Builds;
  store: Pick<VersionStore, "entries" | "read">;
  workspace(projectId: string): Pick<WorkspaceRpc, "page" | "server">;
};

export async function buildRelease(deps: BuildDeps, { project, version }: Release): Promise<Outcome<PublishedBuild>> {
  const workspace = deps.workspace(project.id);
  const built = await builtVersion(workspace, project.id, version);
  if (!built.ok) return built;
  const { page, server } = built.value;
  const [broken] = page.findings;
  if (broken)
    return fail("checks_failed", `${broken.file}: ${broken.message}`, { next: "Have it repaired, then publish the new version." });
  const put = assetsOf(deps.builds, project.id);
  const { script, sources } = publishedScript(page);
  const files = await servedFiles(deps, put, project.id, version, page.served);
  if (!files.ok) return files;
  const { html, externals, hosts, css } = page;
  return ok({
    version,
    page: {
      ...{ html, externals, hosts, sources },
      script: await put(encode(script), "text/javascript; charset=utf-8", ".js"),
      style: await put(encode(css), "text/css; charset=utf-8", ".css"),
    },
    server,
    files: files.value,
  });
}

type Built = { page: PageBuild; server: ServerBuild };

/** What is current is built already; unless another version came in between, it is the one that is wanted. */
async function builtVersion(workspace: ReturnType<BuildDeps["workspace"]>, projectId: string, version: number): Promise<Outcome<Built>> {
  const current = await builtChannel(workspace, { projectId, channel: "current" });
  if (current.ok && current.value.page.version === version && current.value.after === version) return current;
  return builtChannel(workspace, { projectId, channel: `v${version}` });
}

async function builtChannel(
  workspace: ReturnType<BuildDeps["workspace"]>,
  shown: { projectId: string; channel: Channel },
): Promise<Outcome<Built & { after: number | null }>> {
  const page = await workspace.page(shown);
  if (!page.ok) return page;
  const server = await workspace.server(shown);
  if (!server.ok) return server;
  const after = await workspace.page(shown);
  return after.ok ? ok({ page: page.value, server: server.value, after: after.value.version }) : after;
}

type PutAsset = (body: Uint8Array<ArrayBuffer>, type: string, ending: string) => Promise<string>;

/** Assets are named by what they hold. */
const assetsOf =
  (builds: Builds, projectId: string): PutAsset =>
  async (body, type, ending) => {
    const name = (await sha256Hex(body)).slice(0, 32) + ending;
    await builds.putAsset(projectId, name, { body, type });
    return name;
  };

const encode = (text: string) => new TextEncoder().encode(text);

/** What is in `public/`, and others that the page loads by their address. */
async function servedFiles(
  { store }: BuildDeps,
  put: PutAsset,
  projectId: string,
  version: number,
  served: PageBuild["served"],
): Promise<Outcome<PublishedBuild["files"]>> {
  const entries = await store.entries(projectId, version);
  if (!entries.ok) return entries;
  const files: PublishedBuild["files"] = {};
  for (const { path } of entries.value) {
    if (!path.startsWith("public/") && !served.includes(path)) continue;
    const file = await store.read(projectId, version, path);
    if (!file.ok) return file;
    const type = servedType(path, file.value.text !== null);
    const [ending = ""] = /\.[a-z0-9]{1,12}$/.exec(path.toLowerCase()) ?? [];
    files[addressOf(path)] = { asset: await put(file.value.bytes, type, ending), type };
  }
  return ok(files);
}
