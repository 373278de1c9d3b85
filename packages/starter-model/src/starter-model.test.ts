/** The model behind the AI SDK's interface: it streams, stops when told to, and says the same in one piece. */
import type { LanguageModelV4Prompt, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { templateFiles } from "@edgewright/app-kit/template";
import { expect, it } from "vitest";
import { createStarterModel } from "./index.ts";
import { goOn, play } from "./testing/play.ts";

const prompt: LanguageModelV4Prompt = [{ role: "user", content: [{ type: "text", text: "a todo list" }] }];

async function partsOf(stream: ReadableStream<LanguageModelV4StreamPart>) {
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

it("reads the app before it changes it", async () => {
  const { stream } = await createStarterModel().doStream({ prompt });
  const calls = (await partsOf(stream)).flatMap((part) => (part.type === "tool-call" ? [part.toolName] : []));
  expect(calls[0]).toBe("list_files");
  expect(new Set(calls)).toEqual(new Set(["list_files", "read_file"]));
});

it("streams the arguments of a call in pieces that join to the whole", async () => {
  const played = await play(createStarterModel(), templateFiles(), "a todo list");
  // The turn before the last tool results is the one that writes.
  const { stream } = await createStarterModel().doStream({ prompt: played.prompt.slice(0, 5) });
  const parts = await partsOf(stream);
  const call = parts.find((part) => part.type === "tool-call" && part.toolName === "write_file");
  if (call?.type !== "tool-call") throw new Error("Nothing was written");
  const pieces = parts.flatMap((part) => (part.type === "tool-input-delta" && part.id === call.toolCallId ? [part.delta] : []));
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join("")).toBe(call.input);
});

it("stops where it is when the signal is aborted", async () => {
  const stop = new AbortController();
  const { stream } = await createStarterModel().doStream({ prompt, abortSignal: stop.signal });
  const reader = stream.getReader();
  await reader.read();
  stop.abort(new Error("Stopped"));
  await expect(reader.read()).rejects.toThrow("Stopped");
});

it("says in one piece what it says in a stream", async () => {
  const model = createStarterModel();
  const { content } = await model.doGenerate({ prompt });
  const streamed = (await partsOf((await model.doStream({ prompt })).stream)).filter((part) => part.type === "tool-call");
  expect(content).toEqual(streamed);
});

it("is the same each time", async () => {
  const first = await play(createStarterModel(), templateFiles(), "vehicles and repairs");
  const second = await play(createStarterModel(), templateFiles(), "vehicles and repairs");
  expect(second.files).toEqual(first.files);
});

it("offers what it can where a request is beyond it", async () => {
  const { asked, files } = await play(createStarterModel(), templateFiles(), "build a 3D game");
  expect(asked?.question).toMatch(/cannot build games/);
  expect(files).toEqual(templateFiles());
});

it("builds what it can of a request and says what it left out", async () => {
  const { summary, files } = await play(
    createStarterModel(),
    templateFiles(),
    "orders with number and total, and integrate Stripe payments",
  );
  expect(files["src/views/Orders.tsx"]).toBeDefined();
  expect(summary).toMatch(/cannot take payments/);
});

it("builds the rest of a sentence whose last clause is beyond it", async () => {
  const { asked, summary, files } = await play(
    createStarterModel(),
    templateFiles(),
    "A todo list with title and due date that sends me an SMS when something is due",
  );
  expect(asked).toBeNull();
  expect(summary).toMatch(/cannot send messages to phones/);
  expect(files["data/schema.json"]).toContain('"Due date"');
});

const DOUBTFUL =
  "zorbs, quuxes, Monday, and the thing with the blue lid that we talked about with Peter last week in the big hall upstairs";

it("shows what it read where it is in doubt, and builds it once the person lets it stand", async () => {
  const model = createStarterModel();
  const request = "Something for the tyre hotel: customer, plate, stored since";
  const asked = await play(model, templateFiles(), request);
  expect(asked.asked?.suggestions).toEqual(["Build it like that"]);
  expect(asked.asked?.question).toContain("Tyre hotels:");
  expect(asked.files).toEqual(templateFiles());
  const built = await play(model, asked.files, "Build it like that", asked.prompt);
  expect(built.files["data/schema.json"]).toContain('"tyreHotels"');
});

it("says in a question, too, what it would not build", async () => {
  const { asked } = await play(createStarterModel(), templateFiles(), `${DOUBTFUL}, and remind me by e-mail every day`);
  expect(asked?.question).toMatch(/Not built yet:\n- /);
});

it("does what was asked first, then what the person added meanwhile", async () => {
  const model = createStarterModel();
  const alone = await play(model, templateFiles(), "a todo list with title and done");
  // The person speaks after the first turn, in which the app was read.
  const reading = alone.prompt.slice(0, 3);
  const added = {
    role: "user" as const,
    content: [{ type: "text" as const, text: "While you work, the person adds:\n\nAdd a due date field" }],
  };
  const begun = { ...alone, files: templateFiles(), asked: null, summary: null, refused: [], changed: [], prompt: [...reading, added] };
  const played = await goOn(model, begun);
  expect(played.files["data/schema.json"]).toMatch(/"done"/);
  expect(played.files["data/schema.json"]).toMatch(/due/i);
  expect(played.refused).toEqual([]);
});

const said = (text: string) => ({ role: "user" as const, content: [{ type: "text" as const, text }] });
const answers = (played: Awaited<ReturnType<typeof play>>, value: string) =>
  played.prompt.map((message, index) =>
    message.role === "tool" && index === PLAN_TURN + 1
      ? { ...message, content: message.content.map((part) => ({ ...part, output: { type: "text" as const, value } })) }
      : message,
  );
/** Where the plan and the files come, after what is there was read. */
const PLAN_TURN = 3;

async function atPlan() {
  const alone = await play(createStarterModel(), templateFiles(), "a todo list with title and done");
  const refused = answers(alone, "Refused (plan_required): The plan waits for the person's approval.");
  const fresh = { ...alone, files: templateFiles(), asked: null, summary: null, refused: [], changed: [] };
  return (...more: string[]) => ({ ...fresh, prompt: [...refused.slice(0, PLAN_TURN + 2), ...more.map(said)] });
}

it("builds what was asked once its plan is approved", async () => {
  const waiting = await atPlan();
  const played = await goOn(
    createStarterModel(),
    waiting("The person approved this plan. Do these steps in this order, and nothing else:\n1: x (src/x)"),
  );
  expect(JSON.parse(played.files["data/schema.json"]!).tables.map(({ name }: { name: string }) => name)).toEqual(["tasks"]);
  expect(played.refused).toEqual([]);
});

it("says that it builds only whole plans when a step was struck", async () => {
  const waiting = await atPlan();
  const struck = "The person approved this plan. Do these:\n1: x (a)\n\nThe person struck these steps; do not do them:\n2: y (b)";
  const played = await goOn(createStarterModel(), waiting(struck));
  expect(played.files).toEqual(templateFiles());
  expect(played.summary).toMatch(/only as a whole/);
});

it("proposes its plan again when the person says something instead of approving it", async () => {
  const waiting = await atPlan();
  const played = await goOn(createStarterModel(), waiting("While you work, the person adds:\n\nAdd a due date field"));
  expect(played.files["data/schema.json"]).toMatch(/"done"/);
  expect(played.files["data/schema.json"]).toMatch(/due/i);
});
