/** A person's message in a session: stored with its job, then told to the stream. Used by every route that takes one. */
import { deliver, newSession, type Posted, postMessage, type SessionRecord } from "@edgewright/chat";
import type { Delivery, Outcome } from "@edgewright/contracts";
import type { ProjectRecord } from "@edgewright/projects";
import type { Caller } from "../http/caller.ts";
import type { Services } from "../services.ts";

type Said = { project: ProjectRecord; text: string; model: string; deliver?: Delivery };

/** Without a session, a new one is made in the same write. */
export async function say(
  services: Services,
  caller: Caller,
  { project, text, model, deliver: delivery = "queue" }: Said,
  session?: SessionRecord,
): Promise<Outcome<Posted>> {
  const own = session ?? newSession(services.clock, project.id, caller.user.id);
  const input = { project, session: own, isNew: session === undefined, text, model, deliver: delivery, origin: caller.origin };
  const posted = await postMessage(services, input);
  if (posted.ok) await deliver(services.outboxDeps, posted.value.outbox);
  return posted;
}
