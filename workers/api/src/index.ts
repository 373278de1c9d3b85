/** The HTTP API, and the directory that dispatch asks for a slug's project. Only wires. */
import { WorkerEntrypoint, waitUntil } from "cloudflare:workers";
import { peopleOf, standing } from "@edgewright/accounts";
import { toSocket } from "@edgewright/adapters/sockets";
import type { DirectoryRpc, Grant } from "@edgewright/contracts";
import { openPull } from "@edgewright/github";
import { type Api, createApp } from "./app.ts";
import { resolveSlug, variablesOf } from "./directory.ts";
import type { Env } from "./env.ts";
import { openServices, type Services } from "./services.ts";

/** One per isolate: its parts hold bindings, and no state of a request. */
const opened = new WeakMap<Env, { services: Services; app: Api }>();

function openedOf(env: Env) {
  const known = opened.get(env);
  if (known) return known;
  const services = openServices(env, waitUntil);
  const made = { services, app: createApp(services) };
  opened.set(env, made);
  return made;
}

export class Directory extends WorkerEntrypoint<Env> implements DirectoryRpc {
  resolve(slug: string) {
    return resolveSlug(openedOf(this.env).services, slug);
  }
  publishedBuild(projectId: string, deploymentId: string) {
    return openedOf(this.env).services.builds.get(projectId, deploymentId);
  }
  publishedAsset(projectId: string, name: string) {
    return openedOf(this.env).services.builds.asset(projectId, name);
  }
  pull(projectId: string, number: number) {
    return openPull(openedOf(this.env).services, projectId, number);
  }
  variables(projectId: string, buildOf: string | null) {
    return variablesOf(openedOf(this.env).services, projectId, buildOf);
  }
  people(organizationId: string) {
    return peopleOf(openedOf(this.env).services, organizationId);
  }
  standing(grant: Grant) {
    return standing(openedOf(this.env).services, grant);
  }
}

export default {
  fetch: async (request, env, context) => toSocket(request, await openedOf(env).app.fetch(request, env, context)),
} satisfies ExportedHandler<Env>;
