/** What the agent says: text that grows by deltas and is replaced by the whole, and questions with their answers. */
import type { Answers, StreamEvent } from "@edgewright/contracts";
import { show } from "./reduce-queue.ts";
import type { Message, SessionState } from "./state.ts";

export function reduceMessage(state: SessionState, event: StreamEvent): SessionState {
  switch (event.type) {
    case "message.delta": {
      const before = state.messages[event.data.messageId]?.text ?? "";
      return say(state, event, { text: before + event.data.text, streaming: true });
    }
    case "message.assistant":
      return say(state, event, { text: event.data.text, streaming: false });
    case "question.asked":
      return say(state, event, { text: event.data.text, streaming: false, asked: { questions: event.data.questions, answers: null } });
    case "question.answered":
      return answer(state, event.data);
    case "job.done":
    case "job.failed":
    case "job.cancelled":
      return event.jobId === null ? state : stopStreaming(state, event.jobId);
    default:
      return state;
  }
}

type SpokenEvent = Extract<StreamEvent, { type: "message.delta" | "message.assistant" | "question.asked" }>;

function say(state: SessionState, event: SpokenEvent, patch: Partial<Message>): SessionState {
  const id = event.data.messageId;
  const known = state.messages[id] ?? {
    id,
    role: "assistant",
    text: "",
    author: null,
    at: event.at,
    jobId: event.jobId,
    streaming: false,
    asked: null,
  };
  return show({ ...state, messages: { ...state.messages, [id]: { ...known, ...patch } } }, { kind: "message", id });
}

function answer(state: SessionState, { messageId, answers }: { messageId: string; answers: Answers }): SessionState {
  const message = state.messages[messageId];
  if (!message?.asked) return state;
  return { ...state, messages: { ...state.messages, [messageId]: { ...message, asked: { ...message.asked, answers } } } };
}

function stopStreaming(state: SessionState, jobId: string): SessionState {
  const cut = Object.values(state.messages).filter((message) => message.jobId === jobId && message.streaming);
  if (cut.length === 0) return state;
  const still = Object.fromEntries(cut.map((message) => [message.id, { ...message, streaming: false }]));
  return { ...state, messages: { ...state.messages, ...still } };
}
