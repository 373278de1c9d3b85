/** A part of a conversation's events. */
import type { EventPage } from "@edgewright/contracts";
import type { Services } from "../../services.ts";

type Stream = Pick<Services, "stream">;

export async function eventPage(
  services: Stream,
  sessionId: string,
  { after, limit }: { after: number; limit: number },
): Promise<EventPage> {
  // One more than asked for tells whether there are more, and where.
  const found = await services.stream(sessionId).read({ after, limit: limit + 1 });
  return { events: found.slice(0, limit), seq: found.at(-1)?.seq ?? after };
}
