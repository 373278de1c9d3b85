/**
 * What is on its way from a Durable Object to the database. It is put here in the transaction of the change that it tells of,
 * and stays until it has arrived: at least once, so whoever takes it counts it once. docs/decisions/0024 has the why.
 */
import type { z } from "zod";
import type { Clock } from "./clock.ts";
import type { Sql } from "./sql.ts";

/** So much goes in one write. */
const AT_ONCE = 50;

export class Outbox<T> {
  private readonly sql: Sql;
  private readonly clock: Clock;
  private readonly shape: z.ZodType<T>;

  constructor({ sql, clock }: { sql: Sql; clock: Clock }, shape: z.ZodType<T>) {
    this.sql = sql;
    this.clock = clock;
    this.shape = shape;
    sql.all(`create table if not exists outbox (
      seq integer primary key autoincrement, open text unique, due integer not null, content text not null)`);
    sql.all("create index if not exists outbox_due on outbox (due)");
  }

  put(content: T): void {
    this.sql.all("insert into outbox (due, content) values (?, ?)", this.clock.now(), JSON.stringify(content));
  }

  /** Changes what is open under this name, or begins it. It goes out at `due`, and takes nothing more from then on. */
  gather(open: string, due: number, begin: () => T, change: (content: T) => T): void {
    const [row] = this.sql.all<{ content: string }>("select content from outbox where open = ?", open);
    const content = change(row ? this.shape.parse(JSON.parse(row.content)) : begin());
    this.sql.all(
      "insert into outbox (open, due, content) values (?, ?, ?) on conflict (open) do update set content = excluded.content",
      ...[open, due, JSON.stringify(content)],
    );
  }

  /** When something is due; null: nothing waits. */
  next(): number | null {
    return this.sql.all<{ due: number | null }>("select min(due) as due from outbox")[0]?.due ?? null;
  }

  /** Delivers what is due, in its order. It is forgotten only once it has arrived: whatever dies in between brings it again. */
  async drain(deliver: (contents: T[]) => Promise<void>): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      this.sql.all("update outbox set open = null where due <= ? and open is not null", now);
      const rows = this.sql.all<{ seq: number; content: string }>(
        `select seq, content from outbox where due <= ? order by seq limit ${AT_ONCE}`,
        now,
      );
      if (rows.length === 0) return;
      await deliver(rows.map(({ content }) => this.shape.parse(JSON.parse(content))));
      for (const { seq } of rows) this.sql.all("delete from outbox where seq = ?", seq);
    }
  }
}
