/** The conversation about a project: messages, the jobs they start, and how those reach the session's stream. */

export * from "./add-message.ts";
export * from "./auto-fix.ts";
export * from "./conversation.ts";
export * from "./outbox.ts";
export * from "./ports.ts";
export { parsePrompt } from "./prompt.ts";
export * from "./questioning.ts";
export * from "./resume-with-answer.ts";
export * from "./session-note.ts";
export * from "./stop-job.ts";
