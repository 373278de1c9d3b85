/** Which job is at work and which wait, and where a job's message and card come to stand in the chat. */
import type { StreamEvent } from "@edgewright/contracts";
import type { JobCard, Message, SessionState } from "./state.ts";

export const newCard = (id: string, messageId: string, at: number): JobCard => ({
  id,
  messageId,
  status: "queued",
  queuedAt: at,
  startedAt: null,
  endedAt: null,
  plan: [],
  files: [],
  checks: [],
  fix: null,
  usage: null,
  version: null,
  end: null,
});

export function reduceQueue(state: SessionState, event: StreamEvent): SessionState {
  switch (event.type) {
    case "message.user":
      return takeMessage(state, event);
    case "job.queued":
      return takeJob(state, event);
    case "job.done":
    case "job.failed":
    case "job.cancelled":
      return event.jobId === null ? state : endJob(state, event.jobId);
    default:
      return state;
  }
}

function takeMessage(state: SessionState, event: Extract<StreamEvent, { type: "message.user" }>): SessionState {
  const { messageId, text, author } = event.data;
  const message: Message = {
    id: messageId,
    role: "user",
    text,
    author: author.name,
    at: event.at,
    jobId: event.jobId,
    streaming: false,
    suggestions: null,
  };
  const known = { ...state, messages: { ...state.messages, [messageId]: message } };
  // A message with a job comes into the chat with it, when its turn has come.
  return event.jobId === null ? show(known, { kind: "message", id: messageId }) : known;
}

function takeJob(state: SessionState, event: Extract<StreamEvent, { type: "job.queued" }>): SessionState {
  const { jobId } = event;
  if (jobId === null || state.jobs[jobId]) return state;
  const card = newCard(jobId, event.data.messageId, event.at);
  const known = { ...state, jobs: { ...state.jobs, [jobId]: card }, open: [...state.open, jobId] };
  return known.open[0] === jobId ? showJob(known, card) : known;
}

/** A job that ends while it waits was taken back by its author: it never comes into the chat. */
function endJob(state: SessionState, jobId: string): SessionState {
  const open = state.open.filter((id) => id !== jobId);
  const next = open[0] === undefined ? undefined : state.jobs[open[0]];
  return next ? showJob({ ...state, open }, next) : { ...state, open };
}

function showJob(state: SessionState, card: JobCard): SessionState {
  const asked = state.messages[card.messageId];
  return show(asked ? show(state, { kind: "message", id: card.messageId }) : state, { kind: "job", id: card.id });
}

export function show(state: SessionState, item: SessionState["timeline"][number]): SessionState {
  const there = state.timeline.some(({ kind, id }) => kind === item.kind && id === item.id);
  return there ? state : { ...state, timeline: [...state.timeline, item] };
}
