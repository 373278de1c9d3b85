/** Recordings in the place of a provider: aimock answers from them as an OpenAI-compatible server. */
import { existsSync, readdirSync } from "node:fs";
import { LLMock } from "@copilotkit/aimock";
import { UsageError } from "./options.ts";

const MODEL = "replay";

export type Replay = {
  /** The model's name on a platform with these variables. */
  model: string;
  variables: Record<string, string>;
  stop(): Promise<void>;
};

/** `folder` holds aimock's fixture files. A request that none of them answers is refused, which fails its job. */
export async function openReplay(folder: string): Promise<Replay> {
  if (!existsSync(folder) || !readdirSync(folder).some((name) => name.endsWith(".json")))
    throw new UsageError(`There are no recordings in ${folder}.`);
  const mock = new LLMock({ port: 0, host: "127.0.0.1", logLevel: "silent" });
  mock.loadFixtureDir(folder);
  await mock.start();
  return {
    model: `compatible:${MODEL}`,
    variables: { COMPATIBLE_BASE_URL: `${mock.url}/v1`, COMPATIBLE_MODEL: MODEL, COMPATIBLE_API_KEY: "none" },
    stop: async () => void (await mock.stop()),
  };
}
