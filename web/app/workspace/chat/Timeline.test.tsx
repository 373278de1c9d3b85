import type { Question } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi } from "../../testing/api.ts";
import { inWorkspace, job, message, sessionOf } from "../../testing/in-workspace.tsx";
import type { SessionState } from "../stream/state.ts";
import { Timeline } from "./Timeline.tsx";

fakeApi();
const QUESTION: Question = { id: "who", text: "Who will use it?", kind: "one", options: ["Me", "My team"], suggested: [] };
const asked = (answers: Record<string, string | null> | null) =>
  message("ask", "Before I begin:", { role: "assistant", jobId: "j1", asked: { questions: [QUESTION], answers } });

/** A message that became a job, and what was said while that worked. */
function session(card: Parameters<typeof job>[1], ...said: ReturnType<typeof message>[]): SessionState {
  const base = sessionOf({ card: job("j1", card), text: "Track our cars" });
  return {
    ...base,
    messages: { ...base.messages, ...Object.fromEntries(said.map((one) => [one.id, one])) },
    timeline: [...base.timeline, { kind: "job", id: "j1" }, ...said.map(({ id }) => ({ kind: "message" as const, id }))],
  };
}

const texts = (container: Element) => [...container.querySelectorAll("ol > li")].map((item) => item.textContent ?? "");

test("before anything is said, it is said what to say", async () => {
  const { getByText } = await inWorkspace(<Timeline />);
  await expect.element(getByText("Nothing said yet")).toBeVisible();
});

test("open questions are a form after the work; once answered they are a record", async () => {
  const waiting = session({ status: "waiting", asking: { kind: "questions", messageId: "ask" } }, asked(null));
  const open = await inWorkspace(<Timeline />, { session: waiting });
  await expect.element(open.getByRole("form", { name: "Questions of the agent" })).toBeVisible();
  await open.unmount();
  const { getByRole, getByText } = await inWorkspace(<Timeline />, { session: session({}, asked({ who: "My team" })) });
  await expect.element(getByText("My team")).toBeVisible();
  await expect.element(getByRole("form")).not.toBeInTheDocument();
});

test("questions that a message answered are left open, and the message stands with the work that it reached", async () => {
  const steered = message("more", "For my team, in blue", { jobId: "j1" });
  const { getByText, container } = await inWorkspace(<Timeline />, { session: session({}, asked({ who: null }), steered) });
  await expect.element(getByText("1 question, left open")).toBeVisible();
  expect(texts(container).find((text) => text.includes("For my team, in blue"))).toContain("Before I begin:");
});

test("what the agent said last is not said again as its summary", async () => {
  const end = { kind: "done" as const, summary: "There is a list.", version: 1, ms: 10 };
  const said = message("end", "There is a list.", { role: "assistant", jobId: "j1" });
  const { getByText } = await inWorkspace(<Timeline />, { session: session({ status: "done", end }, said) });
  await expect.poll(() => getByText("There is a list.").elements()).toHaveLength(1);
});
