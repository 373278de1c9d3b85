/** Whether a deployment would answer, asked before anybody can reach it: its page with what that is made of, and its server code. */
import { WorkerEntrypoint } from "cloudflare:workers";
import { PUBLISHED_VENDOR, renderPublished, serverThrew } from "@edgewright/app-build";
import type { HealthRpc, HealthTarget, PublishedBuild } from "@edgewright/contracts";
import { publishedAsset, publishedBuild, publishedVariables } from "./directory.ts";
import type { Env } from "./env.ts";
import { isolate } from "./server-code.ts";

/** No app has anything there; that it says so is enough. */
const ADDRESS = "https://app/api/_health";

export class Health extends WorkerEntrypoint<Env> implements HealthRpc {
  async check(target: HealthTarget): Promise<string | null> {
    const build = await publishedBuild(this.env, target.project.id, target.buildOf);
    if (!build) return "Its build is not there.";
    return (await pageProblem(this.env, target, build)) ?? serverProblem({ env: this.env, exports: this.ctx.exports }, target, build);
  }
}

async function pageProblem(env: Env, { project }: HealthTarget, build: PublishedBuild): Promise<string | null> {
  const page = renderPublished(build.page, PUBLISHED_VENDOR);
  for (const name of [build.page.script, build.page.style]) {
    if (!page.includes(name)) return `Its page does not load ${name}.`;
    if (!(await publishedAsset(env, project.id, name))) return `Its page needs ${name}, which is not there.`;
  }
  const unknown = build.page.externals.find((specifier) => !Object.hasOwn(PUBLISHED_VENDOR.imports, specifier));
  return unknown === undefined ? null : `Its page needs the package ${unknown}, which is not there.`;
}

/** What the app's code makes of the request is its own affair: it must load. */
async function serverProblem(
  from: { env: Env; exports: unknown },
  { project, buildOf }: HealthTarget,
  { server }: PublishedBuild,
): Promise<string | null> {
  if (server === null) return null;
  const variables = await publishedVariables(from.env, project.id, buildOf);
  if (!variables.ok) return variables.error.message;
  const rows = { organizationId: project.organizationId, projectId: project.id, environment: "production", channel: "current" } as const;
  try {
    const asked = { ...from, ...rows, actor: { kind: "visitor" as const }, mark: `${project.id} ${buildOf}` };
    const running = await isolate(asked, { build: server, variables: variables.value });
    await running.fetch(ADDRESS);
    return null;
  } catch (failure) {
    return serverThrew(failure) ? null : `Its server code does not load: ${failure instanceof Error ? failure.message : String(failure)}`;
  }
}
