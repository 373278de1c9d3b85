/** A model behind an OpenAI-compatible address that asks, plans, writes and ends, whatever it is told. Used by the journey of a conversation. */
import { LLMock } from "@copilotkit/aimock";

const call = (name: string, input: unknown) => ({ name, arguments: JSON.stringify(input) });

const QUESTIONS = [
  { id: "who", text: "Who will use it?", kind: "one", options: ["Only me", "My team"], suggested: ["Only me"] },
  { id: "parts", text: "What should each vehicle show?", kind: "several", options: ["Repairs", "Fuel", "Photos"], suggested: ["Fuel"] },
  { id: "more", text: "What must not be missing?", kind: "text", options: [], suggested: [] },
];
const step = (id: string, title: string) => ({ id, title, files: [`src/${id}.tsx`] });
const STEPS = [step("App", "A first page"), step("List", "A list of vehicles"), step("Chart", "A chart of costs")];
const PAGE = "export function App() {\n  return <h1>The fleet</h1>;\n}\n";

/** Its second message ends at once; the first goes through question, plan and file. */
export async function startScriptedProvider(second: string) {
  const mock = new LLMock({ port: 0, host: "127.0.0.1" });
  await mock.start();
  mock.on(
    { predicate: ({ messages }) => JSON.stringify(messages.findLast(({ role }) => role === "user")).includes(second) },
    { toolCalls: [call("finish", { summary: "That was done as well." })] },
  );
  mock.on({ turnIndex: 0 }, { toolCalls: [call("ask", { text: "Before I begin:", questions: QUESTIONS })] });
  mock.on({ turnIndex: 1 }, { toolCalls: [call("plan", { steps: STEPS })] });
  mock.on({ turnIndex: 2 }, { toolCalls: [call("write_file", { path: "src/App.tsx", text: PAGE })] });
  mock.on({ turnIndex: 3 }, { toolCalls: [call("finish", { summary: "The fleet is there." })] });
  return {
    model: "compatible:scripted",
    variables: { COMPATIBLE_BASE_URL: `${mock.url}/v1`, COMPATIBLE_MODEL: "scripted", COMPATIBLE_API_KEY: "none" },
    /** All that it was told, as JSON. */
    heard: () => JSON.stringify(mock.getRequests().map(({ body }) => body)),
    stop: () => mock.stop(),
  };
}

export type ScriptedProvider = Awaited<ReturnType<typeof startScriptedProvider>>;
