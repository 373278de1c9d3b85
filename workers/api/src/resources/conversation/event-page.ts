/** A part of a conversation's events. */
import type { EventPage, SessionStreamRpc } from "@edgewright/contracts";

export async function eventPage(
  { stream }: { stream(sessionId: string): Pick<SessionStreamRpc, "read"> },
  sessionId: string,
  { after, limit }: { after: number; limit: number },
): Promise<EventPage> {
  // One more than asked for tells whether there are more, and where.
  const found = await stream(sessionId).read({ after, limit: limit + 1 });
  return { events: found.slice(0, limit), seq: found.at(-1)?.seq ?? after };
}
