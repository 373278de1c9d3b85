/**
 * What a write was answered first, kept under the key that it was sent with, in the transaction that writes the row: whoever
 * sends it again, since the answer was lost on its way, gets that answer, and nothing is written twice.
 */
import type { DataActor, Outcome, RowWriter } from "@edgewright/contracts";
import { type Clock, fail, ok, type Sql, sha256Hex } from "@edgewright/core";

const KEPT_MS = 24 * 3600 * 1000;
/** So many that are older are forgotten with each that is kept. */
const FORGOTTEN_AT_ONCE = 20;

/** `request`: the hash of all that was asked. Keys are each person's own. */
export type Once = { who: string; key: string; request: string };

/** Null: the write has no key. */
export async function onceOf({ actor, once: key }: RowWriter, request: readonly unknown[]): Promise<Once | null> {
  return key === undefined ? null : { who: nameOf(actor), key, request: await sha256Hex(JSON.stringify(request)) };
}

function nameOf(actor: DataActor): string {
  const own = actor.kind === "member" ? `member ${actor.userId}` : actor.kind;
  return "behind" in actor && actor.behind ? `${own} as seen by ${actor.behind.userId}` : own;
}

export class FirstAnswers {
  private readonly sql: Sql;
  private readonly clock: Clock;

  constructor({ sql, clock }: { sql: Sql; clock: Clock }) {
    this.sql = sql;
    this.clock = clock;
    sql.all(`create table if not exists answers (
      who text not null, key text not null, request text not null, row text not null, at integer not null,
      primary key (who, key)) without rowid`);
    sql.all("create index if not exists answers_at on answers (at)");
  }

  /** Null: the key is new. */
  find<Answer>({ who, key, request }: Once): Outcome<Answer> | null {
    const [first] = this.sql.all<{ request: string; row: string }>(
      "select request, row from answers where who = ? and key = ? and at > ?",
      ...[who, key, this.clock.now() - KEPT_MS],
    );
    if (!first) return null;
    // What this object wrote itself.
    if (first.request === request) return ok(JSON.parse(first.row));
    return fail("conflict", "This key was used for another write.", { next: "Use a new key for each write." });
  }

  /** In the transaction that writes the row. */
  keep({ who, key, request }: Once, answer: unknown): void {
    const now = this.clock.now();
    this.sql.all(
      `delete from answers where (who, key) in
       (select who, key from answers where at <= ? order by at limit ${FORGOTTEN_AT_ONCE})`,
      now - KEPT_MS,
    );
    this.sql.all(
      "insert or replace into answers (who, key, request, row, at) values (?, ?, ?, ?, ?)",
      ...[who, key, request, JSON.stringify(answer), now],
    );
  }
}
