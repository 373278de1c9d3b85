/**
 * Tells the objects that hold connections what has changed about their access. The database itself marks the connections
 * concerned, whoever writes the change (triggers of migration 0008); a mark stays until its object has looked. Called
 * after what may have made some, and by the sweep for what a crash left.
 */
import type { LiveObject, LiveRpc } from "@edgewright/contracts";
import { log } from "@edgewright/core";
import type { AccessRecords } from "./ports.ts";

export type FollowDeps = {
  access: Pick<AccessRecords, "marked" | "looked">;
  live(object: LiveObject): LiveRpc;
};

/** What is beyond that, the sweep does. */
const AT_ONCE = 500;

export async function followAccessChanges({ access, live }: FollowDeps): Promise<void> {
  const objects = new Map<string, { object: LiveObject; marks: string[] }>();
  for (const { object, mark } of await access.marked(AT_ONCE)) {
    const known = objects.get(object.id) ?? { object, marks: [] };
    known.marks.push(mark);
    objects.set(object.id, known);
  }
  const told = [...objects.values()].map(async ({ object, marks }) => access.looked(object, marks, await live(object).recheck()));
  for (const result of await Promise.allSettled(told))
    if (result.status === "rejected") log.warn("An object could not be told of a change of access", { error: String(result.reason) });
}
