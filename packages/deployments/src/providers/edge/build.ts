/** A version as it is published on the edge: the page's script and sheet, its server code, and every file that it may load. */
import { addressOf, publishedScript, servedType } from "@edgewright/app-build";
import {
  type Channel,
  type OpenVariables,
  type Outcome,
  type PageBuild,
  type PublishedBuild,
  type ServerBuild,
  secretsIn,
  type WorkspaceRpc,
} from "@edgewright/contracts";
import { fail, leakedSecret, ok, sha256Hex } from "@edgewright/core";
import type { VersionStore } from "@edgewright/storage";
import type { Builds } from "../../builds.ts";
import { missingRefused, neededVariables } from "../../variables/needs.ts";
import { openVariables, sealForBuild, type VariableDeps } from "../../variables/open-variables.ts";
import type { Release } from "../provider.ts";

export type BuildDeps = VariableDeps & {
  builds: Builds;
  store: Pick<VersionStore, "entries" | "read">;
  workspace(projectId: string): Pick<WorkspaceRpc, "page" | "server">;
};

export async function buildRelease(deps: BuildDeps, { project, version, buildOf }: Release): Promise<Outcome<PublishedBuild>> {
  const variables = await variablesFor(deps, project.id, version);
  if (!variables.ok) return variables;
  const workspace = deps.workspace(project.id);
  const built = await builtVersion(workspace, project.id, version);
  if (!built.ok) return built;
  const { page, server } = built.value;
  const [broken] = page.findings;
  if (broken)
    return fail("checks_failed", `${broken.file}: ${broken.message}`, { next: "Have it repaired, then publish the new version." });
  const served = await servedFiles(deps, project.id, version, page.served);
  if (!served.ok) return served;
  const leak = leakIn(page, served.value, secretsIn(variables.value));
  if (leak) return leak;
  const put = assetsOf(deps.builds, project.id);
  const { script, ...made } = publishedScript(page);
  const { html, hosts, css } = page;
  const files: PublishedBuild["files"] = {};
  for (const { address, bytes, type, ending } of served.value) files[address] = { asset: await put(bytes, type, ending), type };
  return ok({
    version,
    page: {
      ...{ html, hosts, ...made },
      script: await put(encode(script), "text/javascript; charset=utf-8", ".js"),
      style: await put(encode(css), "text/css; charset=utf-8", ".css"),
    },
    server,
    variables: await sealForBuild(variables.value, deps.sealKey, project.id, buildOf),
    files,
  });
}

/** Those of production, if all that the version needs is among them. */
async function variablesFor(deps: BuildDeps, projectId: string, version: number): Promise<Outcome<OpenVariables>> {
  const [needs, variables] = await Promise.all([
    neededVariables(deps.store, projectId, version),
    openVariables(deps, projectId, "production"),
  ]);
  if (!variables.ok) return variables;
  return missingRefused(needs, (name) => Object.hasOwn(variables.value, name)) ?? variables;
}

/** Whatever a browser may load is everybody's: a secret in it is told, and the build goes nowhere. */
function leakIn({ html, css, modules }: PageBuild, served: readonly ServedText[], secrets: Record<string, string>) {
  const code = Object.entries(modules).map(([id, { code }]) => [id, code] as const);
  const files = served.map(({ path, text }) => [path, text ?? ""] as const);
  for (const [file, text] of [["index.html", html.text] as const, ["the styles", css] as const, ...code, ...files]) {
    const name = leakedSecret(text, secrets);
    if (name !== null)
      return fail("checks_failed", `${file} holds the value of the secret ${name}, and every visitor could read it there.`, {
        next: `Read it in server code, as env.${name}, and set another value: this one is in the app's history.`,
      });
  }
  return null;
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

type ServedText = { path: string; text: string | null };
type Served = ServedText & { address: string; bytes: Uint8Array<ArrayBuffer>; type: string; ending: string };

/** What is in `public/`, and others that the page loads by their address. */
async function servedFiles(
  { store }: BuildDeps,
  projectId: string,
  version: number,
  served: PageBuild["served"],
): Promise<Outcome<Served[]>> {
  const entries = await store.entries(projectId, version);
  if (!entries.ok) return entries;
  const files: Served[] = [];
  for (const { path } of entries.value) {
    if (!path.startsWith("public/") && !served.includes(path)) continue;
    const file = await store.read(projectId, version, path);
    if (!file.ok) return file;
    const { text, bytes } = file.value;
    const [ending = ""] = /\.[a-z0-9]{1,12}$/.exec(path.toLowerCase()) ?? [];
    files.push({ path, text, bytes, ending, address: addressOf(path), type: servedType(path, text !== null) });
  }
  return ok(files);
}
