/** Which job is at work and which wait, and where a job's message and card come to stand in the chat. */
import type { Delivery, StreamEvent } from "@edgewright/contracts";
import type { JobCard, Message, SessionState } from "./state.ts";

export const newCard = (id: string, messageId: string, deliver: Delivery, at: number): JobCard => ({
  id,
  messageId,
  status: "queued",
  deliver,
  asking: null,
  place: 0,
  queuedAt: at,
  startedAt: null,
  endedAt: null,
  plan: [],
  estimate: null,
  files: [],
  checks: [],
  fix: null,
  repairs: [],
  fallbacks: [],
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
    case "message.edited":
      return editMessage(state, event.data);
    case "message.steered":
      return event.jobId === null ? state : steerMessage(state, event.jobId, event.data);
    case "queue.changed":
      return reorder(state, event.data.waiting);
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
    asked: null,
  };
  const known = { ...state, messages: { ...state.messages, [messageId]: message } };
  // A message with a job comes into the chat with it, when its turn has come.
  return event.jobId === null ? show(known, { kind: "message", id: messageId }) : known;
}

function takeJob(state: SessionState, event: Extract<StreamEvent, { type: "job.queued" }>): SessionState {
  const { jobId } = event;
  if (jobId === null || state.jobs[jobId]) return state;
  const card = newCard(jobId, event.data.messageId, event.data.deliver, event.at);
  const known = { ...state, jobs: { ...state.jobs, [jobId]: card }, open: [...state.open, jobId] };
  return known.open[0] === jobId ? showJob(known, card) : known;
}

function editMessage(state: SessionState, { messageId, text }: { messageId: string; text: string }): SessionState {
  const message = state.messages[messageId];
  return message ? { ...state, messages: { ...state.messages, [messageId]: { ...message, text } } } : state;
}

/** The message comes into the chat where the running job took it in; the job it would have become is no more. */
function steerMessage(state: SessionState, jobId: string, { messageId, into }: { messageId: string; into: string }): SessionState {
  const { [jobId]: _, ...jobs } = state.jobs;
  const rest = { ...state, jobs, open: state.open.filter((id) => id !== jobId) };
  const message = state.messages[messageId];
  if (!message) return rest;
  return show({ ...rest, messages: { ...state.messages, [messageId]: { ...message, jobId: into } } }, { kind: "message", id: messageId });
}

function reorder(state: SessionState, waiting: { jobId: string; deliver: Delivery }[]): SessionState {
  const listed = waiting.filter(({ jobId }) => state.open.includes(jobId));
  const others = state.open.filter((id) => !listed.some(({ jobId }) => jobId === id));
  const jobs = { ...state.jobs };
  for (const { jobId, deliver } of listed) {
    const job = jobs[jobId];
    if (job) jobs[jobId] = { ...job, deliver };
  }
  return { ...state, jobs, open: [...others, ...listed.map(({ jobId }) => jobId)] };
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
