/** The API in memory: the real app, sign-in, database, streams and rows; workspace and compiler stand in. */

import type { Mail } from "@edgewright/accounts";
import { isOwnMachine, r2Builds, r2Outbox, r2Pictures } from "@edgewright/adapters";
import {
  type DeployMessage,
  type FileMap,
  type Finding,
  type LiveObject,
  type Project,
  type ProjectDataRpc,
  type QueueMessage,
  type Role,
  type SessionStreamRpc,
  WORKING_ENVIRONMENT,
} from "@edgewright/contracts";
import { first, newId, ok, sha256Hex } from "@edgewright/core";
import { readSchema, SCHEMA_FILE } from "@edgewright/data-store";
import { schema } from "@edgewright/db";
import { type Provider, runDeployment } from "@edgewright/deployments";
import type { GitHubApi } from "@edgewright/github";
import { saveVersion } from "@edgewright/projects";
import { generateSignedCookie } from "hono/cookie";
import { createApp } from "../../../workers/api/src/app.ts";
import { parseVariables } from "../../../workers/api/src/env.ts";
import { createServices, type Services } from "../../../workers/api/src/services.ts";
import { Attempts } from "../../../workers/objects/src/attempt-limit/attempts.ts";
import { Session } from "../../../workers/objects/src/session-stream/session.ts";
import { type AppData, appData, remoteData } from "./app-data.ts";
import { freePlaces } from "./free-places.ts";
import { memoryBucket } from "./memory-bucket.ts";
import { memorySql } from "./memory-sql.ts";
import { testWorld } from "./world.ts";

export const APP_URL = "http://localhost:8787";

export const API_VARIABLES = {
  APP_URL,
  PREVIEW_ORIGIN: "http://preview.localhost:8788",
  APPS_ORIGIN: "http://apps.localhost:8788",
  AUTH_SECRET: "auth secret of the tests",
  PREVIEW_SECRET: "preview secret of the tests",
  SEAL_KEY: "seal key of the tests",
};

const done = async () => ok(undefined);
const DONE = { build: done, place: done, check: done, activate: done };

type Options = {
  githubApi?: GitHubApi | null;
  variables?: Record<string, string>;
  broken?: (files: FileMap) => Finding[];
  /** Stands between the API and an app's data. */
  between?: (data: ProjectDataRpc) => ProjectDataRpc;
};

export async function apiWorld({ variables = {}, broken = () => [], between = (data) => data, githubApi = null }: Options = {}) {
  const world = await testWorld();
  const sent: QueueMessage[] = [];
  const current: { projectId: string; version: number; files: FileMap }[] = [];
  /** Projects whose workspace was told to look at the database. */
  const followed: string[] = [];
  const streamRequests: Request[] = [];
  /** The objects that were told of a change of access. */
  const rechecked: LiveObject[] = [];
  const streams = new Map<string, Session>();
  const stores = new Map<string, AppData>();
  const memo = <T>(kept: Map<string, T>, name: string, make: () => T): T => {
    const known = kept.get(name) ?? make();
    kept.set(name, known);
    return known;
  };
  const streamOf = (sessionId: string) =>
    memo(streams, sessionId, () => {
      const send = async (message: QueueMessage) => void sent.push(message);
      return new Session({
        sql: memorySql(),
        clock: world.clock,
        places: freePlaces,
        send,
        setAlarm: async () => {},
        publish: () => {},
        notes: world.sessionNotes,
      });
    });
  const dataOf = (projectId: string) => memo(stores, projectId, () => appData(world.clock));
  const storeOf = (projectId: string) => dataOf(projectId).store;
  const dataObject = (projectId: string) => remoteData(dataOf(projectId), { decided: world.snapshots.decided, log: world.audit });
  const counters = new Map<string, Attempts>();
  const mails: Mail[] = [];
  /** TXT records by name. */
  const txt = new Map<string, string[]>();
  const waits: number[] = [];
  const after: Promise<unknown>[] = [];
  const parsed = parseVariables({ ...API_VARIABLES, ...variables });
  const bucket = memoryBucket();
  const outbox = r2Outbox(bucket, world.clock);
  /** Each is a line; scrypt would take most of the time that these tests have. */
  const hashed: string[] = [];
  const hash = async (password: string) => {
    hashed.push(password);
    return sha256Hex(password);
  };
  const services = createServices({
    passwords: { hash, verify: async (given) => (await hash(given.password)) === given.hash },
    mailbox: isOwnMachine(parsed.APP_URL) ? outbox : null,
    mailer: {
      once: true,
      async send(mail) {
        mails.push(mail);
        return outbox.send(mail);
      },
    },
    txtLookup: { texts: async (name) => ok(txt.get(name) ?? []) },
    githubApi,
    background: (work) => void after.push(work),
    database: world.database,
    blobs: world.blobs,
    pictures: r2Pictures(bucket),
    builds: r2Builds(bucket),
    send: async (message) => void sent.push(message),
    clock: world.clock,
    variables: parsed,
    wait: async (ms) => void waits.push(ms),
    attempts(name) {
      const counter = memo(counters, name, () => new Attempts({ sql: memorySql(), clock: world.clock }));
      return { take: async (input) => counter.take(input), succeeded: async (input) => counter.succeeded(input) };
    },
    compiler: {
      check: async ({ files }) => ({ ok: broken(files).length === 0, ms: 1, findings: broken(files) }),
      repair: async ({ files }) => ({ changes: [], repaired: [], findings: broken(files), ms: 1 }),
      boot: async () => ({ ok: true, ms: 1, findings: [] }),
    },
    stream: (sessionId) =>
      Object.assign(Object.create(streamOf(sessionId)) as SessionStreamRpc, {
        async fetch(request: Request) {
          streamRequests.push(request);
          return new Response("data: {}\n\n", { headers: { "content-type": "text/event-stream" } });
        },
      }),
    workspace: (projectId) => ({
      async setCurrent(input) {
        current.push(input);
        const schema = SCHEMA_FILE in input.files ? readSchema(input.files) : null;
        if (schema) await dataObject(projectId).setSchema({ channel: "current", schema, version: input.version });
      },
      follow: async () => void followed.push(projectId),
      recentErrors: async () => [],
    }),
    data: (projectId, environment) => between(dataObject(environment === WORKING_ENVIRONMENT ? projectId : `${projectId}:${environment}`)),
    live: (object) => ({
      async recheck() {
        rechecked.push(object);
        return [];
      },
    }),
  });
  const app = createApp(services);
  /** Does what was sent to the queue of deployments, at a provider that has nothing to do. */
  const deployed = async () => {
    const messages = sent.filter((message): message is DeployMessage => message.kind === "deploy");
    const provider: Provider = { name: "edge", urlOf: String, ...DONE, withdraw: async () => undefined };
    const deps = { ...world, tables: services.deploying.tables, provider: () => provider, followAccess: async () => undefined };
    for (const message of messages) await runDeployment(deps, message);
  };
  /** All that was left to be done after an answer is done. */
  const settled = async () => void (await Promise.all(after.splice(0)));
  return {
    ...world,
    services,
    app,
    bucket,
    hashed,
    waits,
    sent,
    current,
    followed,
    streamRequests,
    rechecked,
    streamOf,
    storeOf,
    dataOf,
    mails,
    txt,
    settled,
    deployed,
    ...people(app, services, world.database),
  };
}
export type ApiWorld = Awaited<ReturnType<typeof apiWorld>>;

export type TestPerson = {
  id: string;
  email: string;
  organizationId: string;
  /** A request as this person's browser makes it; `null` leaves a header out. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string | null>): Promise<Response>;
};

function people(app: ReturnType<typeof createApp>, services: Services, database: Awaited<ReturnType<typeof testWorld>>["database"]) {
  const caller =
    (cookie: string | null): TestPerson["call"] =>
    async (method, path, body, headers = {}) => {
      const all = {
        cookie,
        origin: services.variables.APP_URL,
        "content-type": body === undefined ? null : body instanceof Blob ? body.type : "application/json",
        ...headers,
      };
      const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
      return app.request(services.variables.APP_URL + path, {
        method,
        headers: given,
        ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      });
    };
  const nobody = caller(null);
  const signUp = async (name: string, email = `${crypto.randomUUID()}@example.test`): Promise<TestPerson> => {
    const response = await nobody("POST", "/api/auth/sign-up/email", { name, email, password: "correct horse battery" });
    if (!response.ok) throw new Error(`sign-up → ${response.status}: ${await response.text()}`);
    const { user } = (await response.json()) as { user: { id: string } };
    const cookie = response.headers.getSetCookie().map((line) => line.split(";")[0]);
    return signedIn(user.id, email, cookie.join("; "));
  };
  const signedIn = async (id: string, email: string, cookie: string): Promise<TestPerson> => {
    const call = caller(cookie);
    const me = (await (await call("GET", "/api/me")).json()) as { organization: { id: string } };
    return { id, email, organizationId: me.organization.id, call };
  };
  /** Signed in, but without a password, whose hash alone takes longer than most tests. Any address will do. */
  const person = async (name: string, email = `${crypto.randomUUID()}@example.test`): Promise<TestPerson> => {
    const { internalAdapter, authCookies, secret } = await services.auth.$context;
    const { id } = await internalAdapter.createUser({ name, email, emailVerified: false }, { method: "magic-link" });
    const { token } = await internalAdapter.createSession(id);
    const cookie = await generateSignedCookie(authCookies.sessionToken.name, token, secret);
    return signedIn(id, email, first(cookie.split(";")));
  };
  /** Also a member of another organization than their own, in which they then work. */
  const join = async (person: TestPerson, organizationId: string, role: Role): Promise<void> => {
    await database.insert(schema.members).values({ id: newId("mem"), organizationId, userId: person.id, role, createdAt: new Date() });
    const active = await person.call("POST", `/api/orgs/${organizationId}/switch`);
    if (!active.ok) throw new Error(`switch → ${active.status}: ${await active.text()}`);
  };
  return { nobody, signUp, person, join };
}

/** A project with one version that is current, made by `person`. */
export async function projectWithVersion(world: ApiWorld, person: TestPerson, files: FileMap = { "src/App.tsx": "one\n" }) {
  const made = (await (await person.call("POST", "/api/projects", { name: "Tasks" })).json()) as { project: Project };
  const author = { kind: "person" as const, id: person.id, name: "Ada" };
  const input = { projectId: made.project.id, parent: null, files, author, message: "Start", checked: { ok: true, findings: [] } };
  const saved = await saveVersion(world, input);
  if (!saved.ok) throw new Error(saved.error.message);
  return made.project;
}
