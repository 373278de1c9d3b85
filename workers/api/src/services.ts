/** What the routes stand on, built in one place. Tests build the same over a database in memory and stand-ins of the objects. */

import { type Mailbox, type Mailer, type Pictures, sweepPictures, type TokenIssuing, type TxtLookup } from "@edgewright/accounts";
import type { PasswordHashing } from "@edgewright/accounts/auth";
import {
  auditedDatabase,
  configuredMailer,
  githubApi,
  githubSettings,
  isOwnMachine,
  missingGitHub,
  modelSources,
  noMailer,
  openDatabase,
  outsideRules,
  r2Blobs,
  r2Builds,
  r2Outbox,
  r2Pictures,
  steadyCompiler,
  txtOverHttps,
  webhookSignatures,
} from "@edgewright/adapters";
import { objects } from "@edgewright/adapters/objects";
import { callSecret } from "@edgewright/automations/outside";
import { deliverOutbox, type OutboxDeps } from "@edgewright/chat";
import type {
  AttemptLimitRpc,
  CompilerRpc,
  Environment,
  FileMap,
  LiveObject,
  LiveRpc,
  ProjectDataRpc,
  QueueMessage,
  SessionStreamRpc,
  WorkspaceRpc,
} from "@edgewright/contracts";
import { type Clock, log, systemClock } from "@edgewright/core";
import { createAuditTrail, createMeter, createRepositories, type Database, schemaVersion } from "@edgewright/db";
import { type Builds, edgeUrl, type ProductionTables, productionTables, type RequestDeps } from "@edgewright/deployments";
import { type GitHubApi, syncSoon } from "@edgewright/github";
import { accessByVersion, protectData, verifyFiles } from "@edgewright/projects";
import { type Blobs, createVersionStore } from "@edgewright/storage";
import { openAuth } from "./auth.ts";
import { type Env, parseVariables, type Variables } from "./env.ts";

/** The platform under the API. */
export type Platform = {
  database: Database;
  blobs: Blobs;
  pictures: Pictures;
  builds: Builds;
  clock: Clock;
  variables: Variables;
  mailer: Mailer;
  txtLookup: TxtLookup;
  /** Where mails of one's own machine are kept; null: they are sent. */
  mailbox: Mailbox | null;
  passwords?: PasswordHashing;
  /** Work that goes on after the answer. */
  background(work: Promise<unknown>): void;
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>;
  compiler: CompilerRpc;
  /** Puts something on the queue. */
  send(message: QueueMessage): Promise<void>;
  /** null: the platform has no GitHub App. */
  githubApi: GitHubApi | null;
  /** Workers AI, where it is bound. */
  ai?: Ai;
  stream(sessionId: string): SessionStreamRpc & { fetch(request: Request): Promise<Response> };
  workspace(projectId: string): Pick<WorkspaceRpc, "setCurrent" | "follow" | "recentErrors">;
  data(projectId: string, environment: Environment): ProjectDataRpc;
  /** An object that holds connections. */
  live(object: LiveObject): LiveRpc;
  /** What counts attempts to get in, by client or by address. */
  attempts(name: string): AttemptLimitRpc;
};

export function createServices(platform: Platform) {
  const { database, blobs, clock, variables, compiler, ai, stream, mailer, passwords, background } = platform;
  const github = githubSettings(variables);
  const audited = auditedDatabase(database);
  const repositories = createRepositories(database);
  const outboxDeps: OutboxDeps = {
    outbox: repositories.outbox,
    clock,
    stream,
    workspace: platform.workspace,
    send: platform.send,
    sweepPictures: (userId) => sweepPictures({ ...platform, ...repositories }, userId),
  };
  const models = modelSources({
    settings: repositories.modelSettings,
    sealKey: variables.SEAL_KEY,
    variables,
    ai,
    outside: outsideRules(variables),
  });
  const auth = openAuth({ audited, memberships: repositories.memberships, mailer, clock, variables, passwords, background });
  const issueToken: TokenIssuing = (body, facts, told) => audited.within(facts, () => auth.api.createApiKey({ body }), told);
  const store = createVersionStore({ versions: repositories.versions, blobs });
  const deploying: RequestDeps & { tables: ProductionTables } = {
    ...repositories,
    clock,
    tables: productionTables({ data: platform.data, store }),
    store,
    urlOf: (_provider, slug) => edgeUrl(variables.APPS_ORIGIN, slug),
    deliver: (entry) => deliverOutbox(outboxDeps, entry),
  };
  return {
    ...platform,
    ...repositories,
    modelSources: models,
    meter: createMeter(database, clock),
    schemaVersion: () => schemaVersion(database),
    auditTrail: createAuditTrail(database, variables.SEAL_KEY, clock),
    outboxDeps,
    deploying,
    sealKey: variables.SEAL_KEY,
    audited,
    auth,
    appUrl: variables.APP_URL,
    signingSecret: (of: Parameters<typeof callSecret>[1]) => callSecret(variables.SEAL_KEY, of),
    attemptsPerMinute: variables.AUTH_ATTEMPTS_PER_MINUTE,
    issueToken,
    store,
    appAccess: accessByVersion(store),
    protect: protectData({ ...platform, ...repositories }),
    webhookSignature: github && webhookSignatures(github),
    host: new URL(variables.APP_URL).hostname,
    githubLacks: missingGitHub(variables),
    /** A new current version is brought to its repository at once; what is lost here comes by the outbox. */
    syncSoon: (projectId: string) => syncSoon({ ...platform, ...repositories }, projectId),
    uniqueSuffix: () => crypto.randomUUID().slice(0, 6),
    verify: (projectId: string, files: FileMap) => verifyFiles(compiler, projectId, files),
  };
}
export type Services = ReturnType<typeof createServices>;

/** On one's own machine mail that no provider takes stays there. Elsewhere a lack of one is said at once, not when the first mail is missed. */
function openMail(env: Env, variables: Variables): Pick<Platform, "mailer" | "mailbox"> {
  const mailer = configuredMailer(variables, env.EMAIL);
  if (isOwnMachine(variables.APP_URL) && !mailer) {
    const mailbox = r2Outbox(env.BLOBS, systemClock);
    return { mailer: mailbox, mailbox };
  }
  if (!mailer) log.error("mail is not set up: nobody can confirm an address or set a new password", { lacks: "MAIL_FROM and a provider" });
  return { mailer: mailer ?? noMailer, mailbox: null };
}

export function openServices(env: Env, background: Platform["background"]): Services {
  const variables = parseVariables(env);
  const github = githubSettings(variables);
  return createServices({
    send: async (message) => void (await env.JOBS.send(message)),
    githubApi: github && githubApi(github),
    database: openDatabase(env.DB),
    blobs: r2Blobs(env.BLOBS),
    pictures: r2Pictures(env.BLOBS),
    builds: r2Builds(env.BLOBS),
    clock: systemClock,
    variables,
    ...openMail(env, variables),
    txtLookup: txtOverHttps({ url: variables.DNS_URL }),
    background,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    compiler: steadyCompiler(env.COMPILER),
    ai: env.AI,
    ...objects(env),
  });
}
