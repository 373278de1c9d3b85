/**
 * A recorded session played again: aimock answers over HTTP in a provider's place, through the AI SDK's provider,
 * to the whole loop, and the platform's own type checker judges the app. Used by tests and the benchmark.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { LLMock } from "@copilotkit/aimock";
import { runJob } from "@edgewright/agents";
import { templateFiles } from "@edgewright/app-kit/template";
import { retryJob } from "@edgewright/chat";
import type { CodegenMessage, Delivery, FileMap, NewEvent, ProjectSettings } from "@edgewright/contracts";
import { z } from "zod";
import { appChecks } from "./app-checks.ts";
import { jobWorld } from "./job-world.ts";
import { must } from "./must.ts";

export const RECORDINGS = join(import.meta.dirname, "../../../packages/agents/recordings");
/** What a session's provider is called with; it must turn up nowhere else. */
export const KEY = "sk-recorded-5e55i0n-k3y";

/** A first build and five changes: the recording, and what the person says in it. */
export const TASK_TRACKER = {
  recording: "task-tracker",
  prompts: [
    "A task tracker for our team: tasks with a title, an assignee, a due date and a status, and an overview of how many are still to do.",
    "Show tasks that are overdue in red.",
    "Call the list of tasks Backlog, in the code as well.",
    "We do not need the overview any more.",
    "Say deadline instead of due date, and give each task a priority.",
    "Say below the title how many tasks are still to do.",
  ],
};

type SessionOptions = {
  /** Names of the models in the recording: the one that is asked, then those to fall back on. */
  models?: string[];
  /** What is live before the session; null: a new project. */
  live?: FileMap | null;
  settings?: Partial<ProjectSettings>;
};

export type RecordedSession = Awaited<ReturnType<typeof openSession>>;

/** `recording` is a file of aimock's fixtures in packages/agents/recordings, without its ending. */
export async function openSession(recording: string, { models = ["recorded"], live = null, settings = {} }: SessionOptions = {}) {
  const mock = new LLMock({ port: 0, host: "127.0.0.1", strict: true });
  mock.loadFixtureFile(join(RECORDINGS, `${recording}.json`));
  await mock.start();
  const sent: string[] = [];
  const provider = createOpenAICompatible({
    name: "recorded",
    baseURL: `${mock.url}/v1`,
    apiKey: KEY,
    includeUsage: true,
    fetch: (url, init) => {
      sent.push(String(init?.body));
      return fetch(url, init);
    },
  });
  const [model, ...fallbacks] = models.map((name) => provider.chatModel(name));
  const world = await jobWorld(must(model, "The model"), { broken: await appChecks(), fallbacks, settings });
  if (live) await world.live(live);
  const reactions = new Set<Reaction>();
  const append = world.deps.stream.append.bind(world.deps.stream);
  world.deps.stream.append = async (input) => {
    const result = await append(input);
    for (const reaction of reactions) {
      if (!input.events.some(reaction.when)) continue;
      reactions.delete(reaction);
      await reaction.act();
    }
    return result;
  };
  const deps = { ...world.deps, template: templateFiles };

  /** Later than what was said before. */
  const say = (text: string, deliver?: Delivery) => {
    world.clock.advance(1000);
    return world.say(text, deliver);
  };
  const run = async (message: CodegenMessage) => {
    const before = (await world.events()).length;
    const result = await runJob(deps, message);
    return { result, message, events: (await world.events()).slice(before) };
  };
  return {
    ...world,
    deps,
    run,
    /** Sends a message and runs its job. */
    send: async (text: string) => run(await say(text)),
    say,
    /** Presses Continue on a job that did not end well, and runs what comes of it. */
    goOn: async (message: CodegenMessage) => {
      const job = must(await world.jobs.get(message.jobId), "The job");
      const project = must(await world.projects.find(world.project.id), "The project");
      const again = await retryJob(world, { project, job, model: "test:scripted", keep: true, origin: world.origin });
      if (!again.ok) throw new Error(again.error.message);
      await world.stream.enqueue(again.value.outbox.enqueue);
      world.clock.advance(1000);
      return run({ ...message, jobId: again.value.jobId });
    },
    /** Does something once, as soon as such an event is in the stream. */
    once: (when: Reaction["when"], act: Reaction["act"]) => void reactions.add({ when, act }),
    /** The files that are live. */
    files: async (): Promise<FileMap> => {
      const version = await world.currentVersion();
      const loaded = version === null ? null : await world.store.load(world.project.id, version);
      return loaded?.ok ? loaded.value : {};
    },
    /** The bodies of all requests, as they went over the wire. */
    sent,
    /** Recorded answers that nobody asked for. */
    unasked: () => mock.getFixtures().filter((fixture) => !mock.getRequests().some(({ response }) => response.fixture === fixture)).length,
    /** All that was stored, told or sent on: what must hold no secret. */
    everything: async (): Promise<string> => {
      const { results } = await world.binding.prepare("select name from sqlite_master where type = 'table'").all<{ name: string }>();
      const rows = await Promise.all(results.map(({ name }) => world.binding.prepare(`select * from "${name}"`).all()));
      const blobs = [...world.blobs.kept.values()].map((bytes) => new TextDecoder().decode(bytes));
      return JSON.stringify([await world.events(), sent, rows, blobs]);
    },
    stop: async () => void (await mock.stop()),
  };
}

type Reaction = { when: (event: NewEvent) => boolean; act: () => Promise<unknown> };

const Recording = z.object({
  fixtures: z.array(
    z.object({
      match: z.object({ userMessage: z.string() }),
      response: z.object({ toolCalls: z.array(z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()) })).default([]) }),
    }),
  ),
});

/** The app that a recording's first message builds, without playing it: what its first answers write and delete, on the template. */
export function builtBy(recording: string): FileMap {
  const { fixtures } = Recording.parse(JSON.parse(readFileSync(join(RECORDINGS, `${recording}.json`), "utf8")));
  const first = fixtures.filter(({ match }) => match.userMessage === fixtures[0]?.match.userMessage);
  const files = templateFiles();
  for (const { name, arguments: input } of first.flatMap(({ response }) => response.toolCalls)) {
    if (name === "write_file") files[String(input.path)] = String(input.text);
    if (name === "delete_file") delete files[String(input.path)];
  }
  return files;
}
