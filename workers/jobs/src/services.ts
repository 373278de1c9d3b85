/** What the handlers of this worker stand on, built in one place. */
import { openDatabase, openModel, r2Blobs } from "@edgewright/adapters";
import type { CodegenDeps, Meter } from "@edgewright/agents";
import { templateFiles } from "@edgewright/app-kit/template";
import type { OutboxDeps } from "@edgewright/chat";
import type { SessionStreamRpc, WorkspaceRpc } from "@edgewright/contracts";
import { ok, systemClock } from "@edgewright/core";
import { createRepositories } from "@edgewright/db";
import { createStarterModel } from "@edgewright/starter-model";
import { createVersionStore } from "@edgewright/storage";
import { type Env, parseVariables } from "./env.ts";

const MODEL_RETRIES = 2;
const SILENCE_MS = 90_000;
const UNKNOWN = { contextTokens: 64_000, outputTokens: 16_000, tools: true, price: null };
const UNMETERED: Meter = {
  reserve: async () => ({ ok: true, outputTokens: UNKNOWN.outputTokens }),
  settle: async () => {},
  ofJob: async () => null,
  forgive: async () => {},
  raiseMonth: async () => {},
};

export function createServices(env: Env) {
  const variables = parseVariables(env);
  const repositories = createRepositories(openDatabase(env.DB));
  const blobs = r2Blobs(env.BLOBS);
  const store = createVersionStore({ versions: repositories.versions, blobs });
  const streamOf = (sessionId: string) => env.SESSION_STREAM.get(env.SESSION_STREAM.idFromName(sessionId)) as unknown as SessionStreamRpc;
  const workspaceOf = (projectId: string) => env.WORKSPACE.get(env.WORKSPACE.idFromName(projectId)) as unknown as WorkspaceRpc;
  const sources = {
    settings: repositories.modelSettings,
    sealKey: variables.SEAL_KEY,
    starter: createStarterModel,
    platform: variables.COMPATIBLE_BASE_URL
      ? { baseUrl: variables.COMPATIBLE_BASE_URL, apiKey: variables.COMPATIBLE_API_KEY ?? null }
      : null,
  };
  const codegen = (sessionId: string, projectId: string): CodegenDeps => ({
    ...repositories,
    stream: streamOf(sessionId),
    workspace: workspaceOf(projectId),
    compiler: env.COMPILER,
    store,
    blobs,
    clock: systemClock,
    models: async (name, organizationId) => {
      const model = await openModel(sources, name, organizationId);
      return model.ok ? ok([{ info: { ...UNKNOWN, name }, model: model.value }]) : model;
    },
    meter: UNMETERED,
    silenceMs: SILENCE_MS,
    template: templateFiles,
    maxRetries: MODEL_RETRIES,
  });
  const outbox: OutboxDeps = {
    outbox: repositories.outbox,
    clock: systemClock,
    enqueue: (input) => streamOf(input.sessionId).enqueue(input),
  };
  return { codegen, outbox, idempotency: repositories.idempotency };
}
