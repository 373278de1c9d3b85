/** Where the answers of a run's model come from: the platform's own models, recordings in a provider's place, or a provider that is recorded. */
import { existsSync, readdirSync } from "node:fs";
import { LLMock } from "@copilotkit/aimock";
import { type EvalOptions, UsageError } from "./options.ts";

export type Provider = {
  /** The model's name on a platform that is started with these variables. */
  model: string;
  variables: Record<string, string>;
  stop(): Promise<void>;
};

const COMPATIBLE = "compatible:";
const REPLAY = "replay:";
const ANSWER_MS = 120_000;

export async function openProvider({ model, recordings, record }: EvalOptions, env: NodeJS.ProcessEnv): Promise<Provider> {
  if (model.startsWith(REPLAY)) return openReplay(model.slice(REPLAY.length), recordings);
  // A platform offers the one model of its own provider that it was told of.
  const variables: Record<string, string> = model.startsWith(COMPATIBLE) ? { COMPATIBLE_MODEL: model.slice(COMPATIBLE.length) } : {};
  if (record === null) return { model, variables, stop: async () => {} };
  if (!env.COMPATIBLE_BASE_URL) throw new UsageError("Name the provider that is recorded in COMPATIBLE_BASE_URL.");
  const recorder = await openRecorder(env.COMPATIBLE_BASE_URL, record);
  return { model, variables: { ...variables, COMPATIBLE_BASE_URL: recorder.url }, stop: recorder.stop };
}

/** What was recorded of a model is answered to its name only. A request that no recording answers is refused, which fails its job. */
async function openReplay(name: string, folder: string): Promise<Provider> {
  if (!existsSync(folder) || !readdirSync(folder).some((name) => name.endsWith(".json")))
    throw new UsageError(`There are no recordings in ${folder}.`);
  const mock = new LLMock({ port: 0, host: "127.0.0.1" });
  mock.loadFixtureDir(folder);
  await mock.start();
  return {
    model: `${COMPATIBLE}${name}`,
    variables: { COMPATIBLE_BASE_URL: `${mock.url}/v1`, COMPATIBLE_MODEL: name, COMPATIBLE_API_KEY: "none" },
    stop: async () => void (await mock.stop()),
  };
}

/** Passes each request on to the provider at `baseUrl` (which ends in /v1) and keeps its answer as a fixture in `folder`, without its key. */
export async function openRecorder(baseUrl: string, folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const record = {
    providers: { openai: baseUrl.replace(/\/v1\/?$/, "") },
    fixturePath: folder,
    upstreamTimeoutMs: ANSWER_MS,
    bodyTimeoutMs: ANSWER_MS,
  };
  const mock = new LLMock({ port: 0, host: "127.0.0.1", record });
  await mock.start();
  return { url: `${mock.url}/v1`, stop: async () => void (await mock.stop()) };
}
