/**
 * Counts attempts in windows of time. A window begins with its first attempt and is not made longer by what
 * is refused, so waiting helps. Two counts stand side by side: of one client, and of all clients together
 * that have never succeeded here: whoever tries from many places at once is stopped by the second, which
 * does not hold for a client that is known. Plain logic; object.ts is the shell.
 */
import type { AttemptAllowance, AttemptInput } from "@edgewright/contracts";
import type { Clock, Sql } from "@edgewright/core";

const DAY_MS = 24 * 60 * 60_000;
/** A client that succeeded is known for so long. */
const KNOWN_MS = 30 * DAY_MS;

/** Stands for all clients that are not known. */
const STRANGERS = "*";

type Window = { count: number; until: number };

export class Attempts {
  private readonly sql: Sql;
  private readonly clock: Clock;

  constructor({ sql, clock }: { sql: Sql; clock: Clock }) {
    this.sql = sql;
    this.clock = clock;
    sql.all("create table if not exists attempts (kind text, client text, count integer, until integer, primary key (kind, client))");
    sql.all("create table if not exists known (client text primary key, until integer)");
  }

  /** Counts one more, before it is known how it goes: tries side by side cannot pass together. 0: go ahead; else the milliseconds to wait. */
  take({ kind, client, each, strangers }: AttemptInput): number {
    return this.sql.transaction(() => {
      const counts: [string, AttemptAllowance][] = [[client, each]];
      if (strangers && !this.isKnown(client)) counts.push([STRANGERS, strangers]);
      const windows = counts.map(([of, allowance]) => ({ of, allowance, window: this.windowOf(kind, of, allowance) }));
      const now = this.clock.now();
      const wait = Math.max(0, ...windows.map(({ allowance, window }) => (window.count >= allowance.max ? window.until - now : 0)));
      if (wait > 0) return wait;
      for (const { of, window } of windows)
        this.sql.all("insert or replace into attempts values (?, ?, ?, ?)", kind, of, window.count + 1, window.until);
      return 0;
    });
  }

  /** The attempt that was counted succeeded: it is taken back, and the client is known from now on. */
  succeeded({ kind, client }: Pick<AttemptInput, "kind" | "client">): void {
    this.sql.transaction(() => {
      const isKnown = this.isKnown(client);
      this.sql.all("delete from attempts where kind = ? and client = ?", kind, client);
      if (!isKnown) this.sql.all("update attempts set count = count - 1 where kind = ? and client = ? and count > 0", kind, STRANGERS);
      this.sql.all("insert or replace into known values (?, ?)", client, this.clock.now() + KNOWN_MS);
    });
  }

  /** From when on nothing that is kept here matters any more. */
  expiry(): number {
    const [row] = this.sql.all<{ until: number | null }>(
      "select max(until) as until from (select until from attempts union all select until from known)",
    );
    return row?.until ?? this.clock.now();
  }

  private isKnown(client: string): boolean {
    return this.sql.all("select 1 as found from known where client = ? and until > ?", client, this.clock.now()).length > 0;
  }

  private windowOf(kind: string, client: string, { ms }: AttemptAllowance): Window {
    const now = this.clock.now();
    const [kept] = this.sql.all<Window>("select count, until from attempts where kind = ? and client = ? and until > ?", kind, client, now);
    return kept ?? { count: 0, until: now + ms };
  }
}
