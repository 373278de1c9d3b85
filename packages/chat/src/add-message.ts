/** A person's message in a session: stored with its job, then told to the stream. Called by every operation that takes one. */
import type { Origin } from "@edgewright/audit";
import type { Delivery, Outcome } from "@edgewright/contracts";
import { type ConversationDeps, type ConversationProject, newSession, type PostedMessage, postMessage } from "./conversation.ts";
import { deliverOutbox, type OutboxDeps } from "./outbox.ts";
import type { SessionRecord } from "./ports.ts";

export type SayDeps = ConversationDeps & { outboxDeps: OutboxDeps };
type MessageAuthor = { user: { id: string }; origin: Origin };
type NewMessage = { project: ConversationProject; text: string; model: string; deliver?: Delivery };

/** Without a session, a new one is made in the same write. */
export async function addMessage(
  deps: SayDeps,
  by: MessageAuthor,
  { project, text, model, deliver: delivery = "queue" }: NewMessage,
  session?: SessionRecord,
): Promise<Outcome<PostedMessage>> {
  const own = session ?? newSession(deps.clock, project.id, by.user.id);
  const input = { project, session: own, isNew: session === undefined, text, model, deliver: delivery, origin: by.origin };
  const posted = await postMessage(deps, input);
  if (posted.ok) await deliverOutbox(deps.outboxDeps, posted.value.outbox);
  return posted;
}
