/** Recordings: those in the repository are what the reference apps are, and what a provider answers can be kept and replayed. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LLMock } from "@copilotkit/aimock";
import { first } from "@edgewright/core";
import { must } from "@edgewright/testing/must";
import { expect, it, onTestFinished } from "vitest";
import { loadTasks } from "./load-tasks.ts";
import { parseOptions, RECORDINGS, TASKS } from "./options.ts";
import { openProvider, openRecorder } from "./provider.ts";
import { recordingOf, recordingText } from "./recording.ts";
import { readReference, referenceIds } from "./reference.ts";

it.each(loadTasks(TASKS, referenceIds()))("the recording of $id is that of its reference app (npm run eval:author)", (task) => {
  expect(readFileSync(join(RECORDINGS, `${task.id}.json`), "utf8")).toBe(recordingText(recordingOf(task, readReference(task.id))));
});

async function answerOf(baseUrl: string, content: string): Promise<string> {
  const body = JSON.stringify({ model: "m", stream: true, messages: [{ role: "user", content }] });
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: "POST",
    body,
    headers: { authorization: "Bearer sk-secret", "content-type": "application/json" },
  });
  return `${response.status} ${await response.text()}`;
}

const replaying = (folder: string) => openProvider(parseOptions(["--model", "replay:m", "--recordings", folder], "/"), {});

it("replays the recordings as an OpenAI-compatible stream, and refuses what it has none of", async () => {
  const provider = await replaying(RECORDINGS);
  onTestFinished(provider.stop);
  const { prompt } = first(first(loadTasks(TASKS, ["chat"])).turns);
  const answer = await answerOf(must(provider.variables.COMPATIBLE_BASE_URL), prompt);
  expect(answer).toMatch(/^200 data: /);
  expect(answer).toContain('"name":"write_file"');
  expect(await answerOf(must(provider.variables.COMPATIBLE_BASE_URL), "Something else")).toMatch(/^404 /);
});

it("keeps a provider's answers without its key, and replays them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "edgewright-recordings-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const upstream = new LLMock({ port: 0, host: "127.0.0.1" });
  upstream.on({}, { toolCalls: [{ name: "finish", arguments: '{"summary":"Here."}' }] });
  await upstream.start();
  onTestFinished(async () => void (await upstream.stop()));
  const recorder = await openRecorder(`${upstream.url}/v1`, folder);
  expect(await answerOf(recorder.url, "A list, please")).toContain('"name":"finish"');
  await recorder.stop();
  const provider = await replaying(folder);
  onTestFinished(provider.stop);
  expect(provider.model).toBe("compatible:m");
  expect(await answerOf(must(provider.variables.COMPATIBLE_BASE_URL), "A list, please")).toContain('"name":"finish"');
  expect(upstream.getRequests()).toHaveLength(1);
});
