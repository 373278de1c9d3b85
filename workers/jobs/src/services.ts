/** What the handlers of this worker stand on, built in one place. */
import type { FollowDeps, PurgeDeps } from "@edgewright/accounts";
import { createOpenModels, openDatabase, outsideRules, platformModels, r2Blobs, removeOldBlob, steadyCompiler } from "@edgewright/adapters";
import type { CodegenDeps } from "@edgewright/agents";
import { templateFiles } from "@edgewright/app-kit/template";
import type { BookmarkDeps } from "@edgewright/audit";
import type { AutoFixDeps, OutboxDeps } from "@edgewright/chat";
import type { ErasableRpc, LiveRpc, ProjectDataRpc, SessionStreamRpc, WorkspaceRpc } from "@edgewright/contracts";
import { systemClock } from "@edgewright/core";
import { createAuditTrail, createMeter, createRepositories } from "@edgewright/db";
import { protection } from "@edgewright/projects";
import { createStarterModel } from "@edgewright/starter-model";
import { createVersionStore } from "@edgewright/storage";
import { type Env, parseVariables } from "./env.ts";

const MODEL_RETRIES = 2;
const SILENCE_MS = 90_000;

export function createServices(env: Env) {
  const variables = parseVariables(env);
  const database = openDatabase(env.DB);
  const repositories = createRepositories(database);
  const blobs = r2Blobs(env.BLOBS);
  const store = createVersionStore({ versions: repositories.versions, blobs });
  const streamOf = (sessionId: string) => env.SESSION_STREAM.get(env.SESSION_STREAM.idFromName(sessionId)) as unknown as SessionStreamRpc;
  const workspaceOf = (projectId: string) => env.WORKSPACE.get(env.WORKSPACE.idFromName(projectId)) as unknown as WorkspaceRpc;
  const data = (projectId: string) =>
    env.PROJECT_DATA.get(env.PROJECT_DATA.idFromName(`${projectId}:preview`)) as unknown as ProjectDataRpc;
  const protect = protection({ ...repositories, clock: systemClock, data });
  const models = createOpenModels({
    settings: repositories.modelSettings,
    sealKey: variables.SEAL_KEY,
    starter: createStarterModel,
    platform: platformModels(variables, env.AI),
    outside: outsideRules(variables),
  });
  const meter = createMeter(database, systemClock);
  const codegen = (sessionId: string, projectId: string): CodegenDeps => ({
    ...repositories,
    stream: streamOf(sessionId),
    workspace: workspaceOf(projectId),
    compiler: steadyCompiler(env.COMPILER),
    store,
    blobs,
    clock: systemClock,
    protect,
    models,
    meter,
    silenceMs: SILENCE_MS,
    template: templateFiles,
    maxRetries: MODEL_RETRIES,
  });
  const outbox: OutboxDeps = {
    outbox: repositories.outbox,
    clock: systemClock,
    enqueue: (input) => streamOf(input.sessionId).enqueue(input),
  };
  const fixing: AutoFixDeps = { ...repositories, clock: systemClock, outboxDeps: outbox };
  const auditTrail = createAuditTrail(database, variables.SEAL_KEY, systemClock);
  const bookmarks: BookmarkDeps = { snapshots: repositories.snapshots, clock: systemClock, data };
  const erase = (namespace: DurableObjectNamespace, name: string) =>
    (namespace.get(namespace.idFromName(name)) as unknown as ErasableRpc).erase();
  const purging: PurgeDeps = {
    ...repositories,
    clock: systemClock,
    async eraseObjects({ id, sessions }) {
      await erase(env.PROJECT_DATA, `${id}:preview`);
      await erase(env.WORKSPACE, id);
      for (const session of sessions) await erase(env.SESSION_STREAM, session);
    },
    removeBlob: (sha256, putBefore) => removeOldBlob(env.BLOBS, sha256, putBefore),
  };
  const namespaces = { session: env.SESSION_STREAM, workspace: env.WORKSPACE, data: env.PROJECT_DATA };
  const following: FollowDeps = {
    access: repositories.access,
    live: ({ kind, id }) => namespaces[kind].get(namespaces[kind].idFromString(id)) as unknown as LiveRpc,
  };
  return { following, codegen, fixing, meter, outbox, auditTrail, bookmarks, purging, idempotency: repositories.idempotency };
}
