/** A codegen job's whole world in memory: the real stream, records, versions and storage; workspace and compiler stand in. */

import { newSession, postMessage } from "@edgewright/chat";
import type {
  CodegenMessage,
  Delivery,
  FileChange,
  FileMap,
  Finding,
  NewEvent,
  ProjectSettings,
  Repair,
  SessionStreamRpc,
  StreamEvent,
} from "@edgewright/contracts";
import { last, ok } from "@edgewright/core";
import { readSchema } from "@edgewright/data-store";
import type { ModelInfo } from "@edgewright/models";
import { createProject, dataPlanner, protectData, saveVersion, updateProject } from "@edgewright/projects";
import type { LanguageModel } from "ai";
import { Session } from "../../../workers/objects/src/session-stream/session.ts";
import { appData, remoteData } from "./app-data.ts";
import { freePlaces } from "./free-places.ts";
import { memorySql } from "./memory-sql.ts";
import { must } from "./must.ts";
import type { ScriptedTurn } from "./scripted-model.ts";
import { testMeter } from "./test-meter.ts";
import { testWorld } from "./world.ts";

export const TEMPLATE: FileMap = { "app.json": '{ "name": "App" }\n', "src/App.tsx": "export const App = () => null;\n" };

/** Plays a model that plans, writes a list and says so. */
export const LIST_APP: ScriptedTurn[] = [
  {
    text: "I will make a list. ",
    calls: [{ tool: "plan", input: { steps: [{ id: "1", title: "The list", files: ["src/App.tsx", "src/List.tsx"] }] } }],
  },
  {
    calls: [
      { tool: "write_file", input: { path: "src/List.tsx", text: "export const List = () => 1;\n" } },
      { tool: "edit_file", input: { path: "src/App.tsx", edits: [{ search: "null", replace: "<List />" }] } },
    ],
  },
  { calls: [{ tool: "finish", input: { summary: "There is a list." } }] },
];

type JobWorldOptions = {
  /** Whether the model calls tools. */
  tools?: boolean;
  /** The models' window. So large by default that nothing is left out. */
  contextTokens?: number;
  /** What the compiler repairs by itself. */
  repair?: (files: FileMap) => FileChange[];
  broken?: (files: FileMap) => Finding[];
  renewMs?: number;
  settings?: Partial<ProjectSettings>;
  fallbacks?: LanguageModel[];
};

export async function jobWorld(
  model: LanguageModel,
  {
    broken = () => [],
    repair = () => [],
    tools = true,
    contextTokens = 1_000_000,
    renewMs = 5,
    settings = {},
    fallbacks = [],
  }: JobWorldOptions = {},
) {
  const world = await testWorld();
  const project = await createProject(
    { ...world, uniqueSuffix: () => "x" },
    { organizationId: world.organizationId, origin: world.origin, name: "List" },
  );
  if (!project.ok) throw new Error("no project");
  await updateProject(world, project.value, { settings }, world.origin);
  const sent: CodegenMessage[] = [];
  const stream = new Session({
    sql: memorySql(),
    clock: world.clock,
    places: freePlaces,
    send: async (message) => void sent.push(message),
    setAlarm: async () => {},
    publish: () => {},
    notes: world.sessionNotes,
  });
  const current: { version: number; files: FileMap }[] = [];
  const drafts = new Map<string, FileMap>();
  const app = appData(world.clock);
  const ports = { ...world, data: () => remoteData(app, { decided: world.snapshots.decided, log: world.audit }) };
  const deps = {
    ...world,
    protect: protectData(ports),
    dataPlan: dataPlanner(ports),
    branchTip: async (id: string) => {
      const branch = await ports.github.branch(id);
      return branch && (branch.tip ?? branch.base);
    },
    stream: stream as SessionStreamRpc,
    workspace: {
      async setCurrent({ version, files }: { version: number; files: FileMap }) {
        current.push({ version, files });
        await app.store.setSchema("current", readSchema(files) ?? { tables: [] });
      },
      openDraft: async ({ jobId, files }: { jobId: string; files: FileMap }) => void (drafts.has(jobId) || drafts.set(jobId, { ...files })),
      writeDraft: async ({ jobId, changes }: { jobId: string; changes: { path: string; text: string | null }[] }) => {
        const draft = must(drafts.get(jobId), "The draft");
        for (const { path, text } of changes) {
          if (text === null) delete draft[path];
          else draft[path] = text;
        }
        return ok({ findings: [], ms: 1 });
      },
      recentErrors: async () => [],
      closeDraft: async (jobId: string) => void drafts.delete(jobId),
    },
    compiler: {
      check: async ({ files }: { files: FileMap }) => {
        const findings = broken(files);
        return { ok: findings.length === 0, ms: 1, findings };
      },
      repair: async ({ files }: { files: FileMap }) => {
        const changes = repair(files);
        const repaired: Repair[] = changes.map(({ path }) => ({
          kind: "missing_import",
          file: path,
          line: 1,
          message: "Cannot find name.",
        }));
        return { changes, repaired, findings: broken(applyChanges(files, changes)), ms: 1 };
      },
      boot: async () => ({ ok: true, ms: 1, findings: [] }),
    },
    models: async () => ok([model, ...fallbacks].map((of, index) => ({ info: { ...modelInfo(index), contextTokens, tools }, model: of }))),
    meter: testMeter(),
    silenceMs: 60_000,
    template: () => TEMPLATE,
    maxRetries: 0,
    lease: { renewMs, coalesceMs: 1 },
  };
  const say = async (text: string, deliver: Delivery = "queue", branch: string | null = null) => {
    const now = await world.projects.find(project.value.id);
    const newest = await world.sessions.newestOf(project.value.id);
    const session = newest ?? newSession(world.clock, project.value.id, world.origin.id);
    const posted = await postMessage(world, {
      project: must(now, "The project"),
      session,
      isNew: newest === null,
      text,
      model: "test:scripted",
      deliver,
      branch,
      origin: world.origin,
    });
    if (!posted.ok) throw new Error(posted.error.message);
    await stream.enqueue(posted.value.outbox.enqueue);
    world.clock.advance(1000);
    return { kind: "codegen" as const, jobId: posted.value.jobId, sessionId: session.id, projectId: project.value.id };
  };
  const events = (): Promise<StreamEvent[]> => stream.read({ after: 0, limit: 10_000 });
  const versions = () => world.versions.list(project.value.id, { limit: 50, before: null });
  /** Makes version 1 by hand: what is live before the job. */
  const live = async (files: FileMap = TEMPLATE) => {
    const saved = await saveVersion(deps, {
      projectId: project.value.id,
      parent: null,
      files,
      author: { kind: "person", id: "usr_1", name: "Ada" },
      message: "By hand",
      checked: { ok: true, findings: [] },
    });
    if (!saved.ok) throw new Error(saved.error.message);
  };
  const currentVersion = async () => (await world.projects.find(project.value.id))?.currentVersion ?? null;
  return { ...world, deps, stream, project: project.value, say, events, versions, live, currentVersion, current, drafts, sent, app };
}

const modelInfo = (index: number): Omit<ModelInfo, "contextTokens" | "tools"> => ({
  name: index === 0 ? "test:scripted" : `test:fallback${index}`,
  outputTokens: 8000,
  price: { input: 1, cached: 0.1, output: 2 },
});

const applyChanges = (files: FileMap, changes: FileChange[]): FileMap => ({
  ...files,
  ...Object.fromEntries(changes.map(({ path, text }) => [path, text ?? ""])),
});

export type JobWorld = Awaited<ReturnType<typeof jobWorld>>;

/** The event that ended the job. */
export const endOf = (events: StreamEvent[]) => last(events) as Extract<NewEvent, { type: "job.done" | "job.failed" | "job.cancelled" }>;

/** The same deps, with each call of the stream, the workspace, the meter or the records, and the database's commit, numbered from 1 and done by `each`. */
function everyCall(deps: JobWorld["deps"], each: (count: number, call: () => Promise<unknown>) => Promise<unknown>): JobWorld["deps"] {
  let calls = 0;
  const numbered = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        const value = Reflect.get(object, name);
        if (typeof value !== "function") return value;
        const call = async (...args: unknown[]) => value.apply(object, args);
        // How often a lease is renewed depends on the clock.
        return name === "renew" ? call : (...args: unknown[]) => each(++calls, () => call(...args));
      },
    });
  return {
    ...deps,
    stream: numbered(deps.stream),
    workspace: numbered(deps.workspace),
    jobs: numbered(deps.jobs),
    messages: numbered(deps.messages),
    questionings: numbered(deps.questionings),
    versions: numbered(deps.versions),
    meter: numbered(deps.meter),
  };
}

/** The consumer dies for good at its `fatal`-th call. Every second death comes after the call took effect, when its answer is lost. */
export const dyingAt = (fatal: number, deps: JobWorld["deps"]): JobWorld["deps"] =>
  everyCall(deps, async (count, call) => {
    if (count >= fatal && fatal % 2 === 1) throw new Error("killed");
    const result = await call();
    if (count >= fatal) throw new Error("killed");
    return result;
  });

/** Something happens right before the consumer's `at`-th call. */
export const meeting = (at: number, happening: () => Promise<unknown>, deps: JobWorld["deps"]): JobWorld["deps"] =>
  everyCall(deps, async (count, call) => {
    if (count === at) await happening();
    return call();
  });
