/** Keeps the messages of a job in the conversation, which later jobs read. */
import type { MessageRecord } from "@edgewright/chat";
import type { JobRun } from "./job-run.ts";

export const keepMessage = (run: JobRun, said: Pick<MessageRecord, "id" | "role" | "text">): Promise<void> =>
  run.deps.messages.add({
    ...said,
    sessionId: run.job.sessionId,
    authorId: null,
    jobId: run.job.id,
    createdAt: run.deps.clock.now(),
  });

/** What the person was told in the end, unless the model's last words were just that. */
export async function keepLastMessage(run: JobRun, summary: string): Promise<void> {
  if (summary.trim() === "" || summary.trim() === lastWords(run)) return;
  await keepMessage(run, { id: `msg_${run.job.id.slice(4)}_end`, role: "assistant", text: summary });
}

function lastWords({ messages }: JobRun): string {
  const content = messages.findLast(({ role }) => role === "assistant")?.content ?? "";
  if (typeof content === "string") return content.trim();
  return content
    .flatMap((part) => (part.type === "text" ? [part.text] : []))
    .join("")
    .trim();
}
