/** Counts equal errors of a preview, so that a session hears of each once and then now and then how often it came. */
import type { Channel, Reporter, RuntimeError } from "@edgewright/contracts";
import type { Clock } from "@edgewright/core";

const QUIET_MS = 5000;
const MOST_KINDS = 200;
/** Anyone with the link can report anything: it must not crowd out what breaks before members. */
const MOST_OF_VISITORS = 20;

type Count = { channel: Channel; by: Reporter; error: RuntimeError; count: number; toldAt: number };

export class ErrorCounts {
  private readonly counts = new Map<string, Count>();
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** How often the error has come; null when the session need not hear of it now. */
  add(channel: Channel, error: RuntimeError, by: Reporter): number | null {
    const key = [by, channel, error.source, error.message, error.file, error.line].join("\n");
    const known = this.counts.get(key) ?? { channel, by, error, count: 0, toldAt: Number.NEGATIVE_INFINITY };
    if (!this.counts.has(key) && this.isFull(by)) return null;
    known.count++;
    this.counts.set(key, known);
    if (this.clock.now() - known.toldAt < QUIET_MS) return null;
    known.toldAt = this.clock.now();
    return known.count;
  }

  private isFull(by: Reporter): boolean {
    const ofVisitors = [...this.counts.values()].filter((known) => known.by === "visitor").length;
    return by === "visitor" ? ofVisitors >= MOST_OF_VISITORS : this.counts.size - ofVisitors >= MOST_KINDS;
  }

  /** Most frequent first. */
  of(channel: Channel): { error: RuntimeError; count: number }[] {
    return [...this.counts.values()]
      .filter((known) => known.channel === channel)
      .sort((a, b) => b.count - a.count)
      .map(({ error, count }) => ({ error, count }));
  }

  /** The channel has other code now: its errors count anew. */
  forget(channel: Channel): void {
    for (const [key, { channel: of }] of this.counts) if (of === channel) this.counts.delete(key);
  }
}
