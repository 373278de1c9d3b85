/** The HTTP API, and the directory that dispatch asks for a slug's project. Only wires. */
import { WorkerEntrypoint, waitUntil } from "cloudflare:workers";
import { openDatabase } from "@edgewright/adapters";
import type { DirectoryRpc } from "@edgewright/contracts";
import { type Api, createApp } from "./app.ts";
import { resolveSlug, roleOf } from "./directory.ts";
import type { Env } from "./env.ts";
import { openServices } from "./services.ts";

/** One per isolate: its parts hold bindings, and no state of a request. */
const apps = new WeakMap<Env, Api>();

function appOf(env: Env): Api {
  const known = apps.get(env) ?? createApp(openServices(env, waitUntil));
  apps.set(env, known);
  return known;
}

export class Directory extends WorkerEntrypoint<Env> implements DirectoryRpc {
  resolve(slug: string) {
    return resolveSlug(openDatabase(this.env.DB), slug);
  }
  roleOf(projectId: string, memberId: string) {
    return roleOf(openDatabase(this.env.DB), projectId, memberId);
  }
}

export default {
  fetch: (request, env, context) => appOf(env).fetch(request, env, context),
} satisfies ExportedHandler<Env>;
