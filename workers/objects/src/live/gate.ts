/**
 * Lets through to connections only what their grants are still worth. Before anything is sent, the grants are asked for
 * anew, unless they were a moment ago; whoever's is worth something else now is sent away instead. What is sent keeps its
 * order. Knows nothing of sockets. Used by connections.ts.
 */
import type { AccessEnd, Grant, Standing, Worth } from "@edgewright/contracts";
import { at, type Clock, log } from "@edgewright/core";

export type Line = {
  grant: Grant;
  /** What the grant was worth when it was opened. */
  worth: Worth;
  isOpen(): boolean;
  /** "unknown": whether the grant holds could not be found out. */
  end(why: AccessEnd | "unknown"): void;
};

export type GateDeps<L extends Line> = {
  lines(): L[];
  standings(grants: Grant[]): Promise<Standing[]>;
  clock: Clock;
};

/** An answer is good for so long. A change is told at once (`recheck`); this bounds what happens where that fails. */
export const KEPT_MS = 500;

export class AccessGate<L extends Line> {
  private readonly deps: GateDeps<L>;
  private checkedAt = Number.NEGATIVE_INFINITY;
  private waiting: (() => void)[] | null = null;

  constructor(deps: GateDeps<L>) {
    this.deps = deps;
  }

  /** Calls `send` for those of `lines` that may still hear: at once, or once that is known. */
  pass(lines: L[], send: (line: L) => void): void {
    if (lines.length === 0) return;
    const deliver = () => {
      for (const line of lines) if (line.isOpen()) send(line);
    };
    if (this.waiting) this.waiting.push(deliver);
    else if (this.deps.clock.now() - this.checkedAt < KEPT_MS) deliver();
    else {
      this.waiting = [deliver];
      void this.recheck().then(() => {
        const all = this.waiting ?? [];
        this.waiting = null;
        for (const one of all) one();
      });
    }
  }

  /** Asks for every grant again, and ends the connections whose access has changed. */
  async recheck(): Promise<void> {
    const lines = this.deps.lines();
    const asked = this.deps.clock.now();
    const standings = lines.length === 0 ? [] : await this.ask(lines.map(({ grant }) => grant));
    for (const [index, line] of lines.entries()) {
      const end = standings === null ? "unknown" : endOf(line.worth, at(standings, index));
      if (end !== null) line.end(end);
    }
    this.checkedAt = Math.max(this.checkedAt, asked);
  }

  private async ask(grants: Grant[]): Promise<Standing[] | null> {
    try {
      return await this.deps.standings(grants);
    } catch (error) {
      log.error("Connections are ended, since their access cannot be found out", { error: String(error), connections: grants.length });
      return null;
    }
  }
}

const endOf = (before: Worth, now: Standing): AccessEnd | null =>
  "end" in now ? now.end : JSON.stringify(worthOf(now)) === JSON.stringify(worthOf(before)) ? null : "changed";

/** In one order of its parts. */
const worthOf = ({ role, may, roles }: Worth): Worth => ({ role, may, roles });
