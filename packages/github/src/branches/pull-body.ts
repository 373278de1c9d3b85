/** The description of a pull request: what was asked, and what was said to be done. Nothing in it calls anybody. */
import type { ConversationDeps } from "@edgewright/chat";
import type { VersionRecord } from "@edgewright/projects";

type Deps = Pick<ConversationDeps, "jobs" | "messages">;

const TEXT_MAX = 2000;

export async function pullBody(deps: Deps, versions: readonly VersionRecord[]): Promise<string> {
  const parts: string[] = [];
  for (const version of versions) {
    const { asked, done } = await toldOf(deps, version);
    if (asked !== "" && !parts.includes(quoted(asked))) parts.push(quoted(asked));
    parts.push(`Version ${version.number}: ${callingNobody(done === "" ? version.message : done)}`);
  }
  return parts.join("\n\n");
}

async function toldOf({ jobs, messages }: Deps, { jobId, messageId }: VersionRecord): Promise<{ asked: string; done: string }> {
  const job = jobId === null ? null : await jobs.get(jobId);
  const asked = messageId === null ? null : await messages.get(messageId);
  const said = job === null ? [] : await messages.ofSession(job.sessionId);
  const done = said.filter(({ role, jobId: of }) => role === "assistant" && of === jobId).at(-1);
  return { asked: asked?.text.trim().slice(0, TEXT_MAX) ?? "", done: done?.text.trim().slice(0, TEXT_MAX) ?? "" };
}

/** GitHub tells whom it finds named. */
const callingNobody = (text: string) => text.replaceAll("@", "@\u200b");

const quoted = (text: string) =>
  callingNobody(text)
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`)
    .join("\n");
