/** What the handlers of this worker stand on, built in one place. */

import { type FollowDeps, followAccessChanges, type PurgeDeps, sweepPictures } from "@edgewright/accounts";
import {
  configuredMailer,
  githubApi,
  githubSettings,
  isOwnMachine,
  modelSources,
  noMailer,
  openDatabase,
  outsideFetch,
  outsideRules,
  r2Blobs,
  r2Builds,
  r2Outbox,
  r2Pictures,
  removeOldBlob,
  steadily,
  steadyCompiler,
} from "@edgewright/adapters";
import { objects } from "@edgewright/adapters/objects";
import type { CodegenDeps } from "@edgewright/agents";
import { templateFiles } from "@edgewright/app-kit/template";
import type { BookmarkDeps } from "@edgewright/audit";
import type { EffectDeps } from "@edgewright/automations/outside";
import { type AutoFixDeps, deliverOutbox, type OutboxDeps } from "@edgewright/chat";
import { type FileMap, pullChannel, type QueueMessage, rowsOf, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { systemClock } from "@edgewright/core";
import { createAuditTrail, createMeter, createRepositories } from "@edgewright/db";
import {
  edgeProvider,
  edgeUrl,
  openVariables,
  PUBLISHED_ENVIRONMENT,
  productionTables,
  type RequestDeps,
  type RunDeps,
  requestDeployment,
} from "@edgewright/deployments";
import type { PullDeps, RuleRunDeps } from "@edgewright/github";
import { chooseModel, createOpenModels } from "@edgewright/models";
import { dataPlanner, protectData, verifyFiles } from "@edgewright/projects";
import { createStarterModel } from "@edgewright/starter-model";
import { createVersionStore } from "@edgewright/storage";
import { type Env, parseVariables } from "./env.ts";

const MODEL_RETRIES = 2;
const SILENCE_MS = 90_000;
const PULLS_MAX = 10_000;

export function createServices(env: Env) {
  const variables = parseVariables(env);
  const database = openDatabase(env.DB);
  const repositories = createRepositories(database);
  const blobs = r2Blobs(env.BLOBS);
  const store = createVersionStore({ versions: repositories.versions, blobs });
  const { stream, workspace, data, dataObject, live } = objects(env);
  const protect = protectData({ ...repositories, clock: systemClock, data });
  const outside = outsideRules(variables);
  const sources = modelSources({
    settings: repositories.modelSettings,
    sealKey: variables.SEAL_KEY,
    variables,
    ai: env.AI,
    outside,
  });
  const models = createOpenModels({
    ...sources,
    starter: () => createStarterModel((prompt) => steadily(() => env.COMPILER.starterTurn(prompt))),
  });
  const meter = createMeter(database, systemClock);
  const send = async (message: QueueMessage) => void (await env.JOBS.send(message));
  const compiler = steadyCompiler(env.COMPILER);
  const github = githubSettings(variables);
  const codegen = (sessionId: string, projectId: string): CodegenDeps => ({
    ...repositories,
    stream: stream(sessionId),
    workspace: workspace(projectId),
    compiler,
    store,
    blobs,
    clock: systemClock,
    protect,
    dataPlan: dataPlanner({ data }),
    models,
    meter,
    silenceMs: SILENCE_MS,
    branchTip: async (id) => {
      const branch = await repositories.github.branch(id);
      return branch && (branch.tip ?? branch.base);
    },
    template: templateFiles,
    maxRetries: MODEL_RETRIES,
  });
  const outbox: OutboxDeps = {
    outbox: repositories.outbox,
    clock: systemClock,
    stream,
    workspace,
    send,
    sweepPictures: (userId) => sweepPictures({ ...repositories, pictures: r2Pictures(env.BLOBS) }, userId),
  };
  const repository: RuleRunDeps = {
    ...repositories,
    githubApi: github && githubApi(github),
    clock: systemClock,
    host: new URL(variables.APP_URL).hostname,
    store,
    blobs,
    protect,
    send,
    workspace,
    outboxDeps: outbox,
    appUrl: variables.APP_URL,
    modelFor: ({ organizationId, settings }) => chooseModel({ modelSources: sources }, organizationId, undefined, settings.model),
    verify: (projectId: string, files: FileMap) => verifyFiles(compiler, projectId, files),
  };
  const tables = productionTables({ data, store });
  const publishing: RequestDeps = {
    ...repositories,
    clock: systemClock,
    store,
    tables,
    urlOf: (_provider, slug) => edgeUrl(variables.APPS_ORIGIN, slug),
    deliver: (entry) => deliverOutbox(outbox, entry),
  };
  const pulls: PullDeps = {
    ...repository,
    workspace,
    data,
    dataPlan: dataPlanner({ data }),
    publish: (project, version, origin) => requestDeployment(publishing, project, { version, accepts: [], origin }),
  };
  const fixing: AutoFixDeps = { ...repositories, clock: systemClock, outboxDeps: outbox };
  const auditTrail = createAuditTrail(database, variables.SEAL_KEY, systemClock);
  const bookmarks: BookmarkDeps = { snapshots: repositories.snapshots, clock: systemClock, data };
  const builds = r2Builds(env.BLOBS);
  const edge = edgeProvider({
    ...{ builds, store, workspace, appVariables: repositories.appVariables, sealKey: variables.SEAL_KEY },
    origin: variables.APPS_ORIGIN,
    ask: (release) => env.HEALTH.check(release),
  });
  const following: FollowDeps = { access: repositories.access, live };
  const deploying: RunDeps = {
    ...repositories,
    clock: systemClock,
    tables,
    provider: () => edge,
    followAccess: () => followAccessChanges(following),
  };
  const mailer = configuredMailer(variables, env.EMAIL);
  const effects: EffectDeps = {
    automations: dataObject,
    people: (place) => repositories.appRoles.list(place),
    async app({ projectId, environment }) {
      const project = await repositories.projects.find(projectId);
      const isThere = environment !== PUBLISHED_ENVIRONMENT || (await repositories.publications.get(projectId)).live !== null;
      return project && isThere ? { name: project.name } : null;
    },
    mailer: mailer ?? (isOwnMachine(variables.APP_URL) ? r2Outbox(env.BLOBS, systemClock) : noMailer),
    fetchOutside: outsideFetch(outside),
    variables: ({ projectId, environment }) =>
      openVariables(
        { ...repositories, sealKey: variables.SEAL_KEY },
        projectId,
        environment === PUBLISHED_ENVIRONMENT ? "production" : "preview",
      ),
    clock: systemClock,
    sealKey: variables.SEAL_KEY,
    send,
  };
  const purging: PurgeDeps = {
    ...repositories,
    clock: systemClock,
    async eraseObjects({ id, sessions }) {
      for (const environment of [WORKING_ENVIRONMENT, PUBLISHED_ENVIRONMENT]) await data(id, environment).erase();
      for (const { number, shown } of await repositories.github.pulls(id, PULLS_MAX))
        if (shown) await data(id, rowsOf(pullChannel(number)).environment).erase();
      await builds.erase(id);
      await workspace(id).erase();
      for (const session of sessions) await stream(session).erase();
    },
    removeBlob: (sha256, putBefore) => removeOldBlob(env.BLOBS, sha256, putBefore),
  };
  return {
    ...{ deploying, repository, pulls, following, codegen, fixing, meter, outbox, auditTrail, bookmarks, purging, effects },
    idempotency: repositories.idempotency,
  };
}
export type Services = ReturnType<typeof createServices>;
