/** A webhook from GitHub: one row for each delivery, and its news for the queue. Called by the API, which has checked the signature. */
import type { Clock } from "@edgewright/core";
import type { GitHubRecords } from "../ports.ts";
import { readEvent } from "./read-event.ts";

export type Received = "taken" | "repeated" | "ignored";
export type ReceiveDeps = { github: Pick<GitHubRecords, "takeDelivery">; clock: Clock };

export async function receive(
  { github, clock }: ReceiveDeps,
  { id, event, body }: { id: string; event: string; body: unknown },
): Promise<Received> {
  const read = readEvent(event, body);
  if (!read) return "ignored";
  const taken = await github.takeDelivery({ id, event, body: read.body, receivedAt: clock.now(), doneAt: null });
  return taken ? "taken" : "repeated";
}
