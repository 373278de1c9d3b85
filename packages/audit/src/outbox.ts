/**
 * Lines of the log on their way from a Durable Object. A line is put here in the transaction of the change it tells of, and
 * stays until the log has it: it arrives at least once, and the log counts it once by its id. docs/decisions/0024 has the why.
 */
import type { Clock, Sql } from "@edgewright/core";
import { z } from "zod";
import { AuditEntry } from "./entry.ts";
import type { Summary } from "./summary.ts";

/** `also`: what is to be written to the database together with the line, since it is kept there as well. */
export type Outgoing<Also> = { line: AuditEntry; also: Also };

/** So many lines go to the log in one write. */
const AT_ONCE = 50;

export class Outbox<Also = null> {
  private readonly sql: Sql;
  private readonly clock: Clock;
  private readonly shape: z.ZodType<Outgoing<Also>>;

  constructor({ sql, clock, also }: { sql: Sql; clock: Clock; also: z.ZodType<Also> }) {
    this.sql = sql;
    this.clock = clock;
    this.shape = z.object({ line: AuditEntry, also }) as unknown as z.ZodType<Outgoing<Also>>;
    sql.all(`create table if not exists outbox (
      seq integer primary key autoincrement, open text unique, due integer not null, content text not null)`);
    sql.all("create index if not exists outbox_due on outbox (due)");
  }

  put(line: AuditEntry, also: Also): void {
    this.sql.all("insert into outbox (due, content) values (?, ?)", this.clock.now(), JSON.stringify({ line, also }));
  }

  /** Adds to the facts of the line that is open under this name, or begins it. It goes out at `due`, and takes nothing more from then on. */
  gather(open: string, due: number, begin: () => Outgoing<Also>, add: (facts: Summary) => Summary): void {
    const [row] = this.sql.all<{ content: string }>("select content from outbox where open = ?", open);
    const { line, also } = row ? this.shape.parse(JSON.parse(row.content)) : begin();
    const content = JSON.stringify({ line: { ...line, detail: add(line.detail) }, also });
    this.sql.all(
      "insert into outbox (open, due, content) values (?, ?, ?) on conflict (open) do update set content = excluded.content",
      ...[open, due, content],
    );
  }

  /** When a line is due; null: none waits. */
  next(): number | null {
    return this.sql.all<{ due: number | null }>("select min(due) as due from outbox")[0]?.due ?? null;
  }

  /**
   * Brings what is due to the log, in its order. A line is forgotten only once it is there, so whatever dies in between
   * brings it a second time.
   */
  async drain(deliver: (outgoing: Outgoing<Also>[]) => Promise<void>): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      this.sql.all("update outbox set open = null where due <= ? and open is not null", now);
      const rows = this.sql.all<{ seq: number; content: string }>(
        `select seq, content from outbox where due <= ? order by seq limit ${AT_ONCE}`,
        now,
      );
      const last = rows.at(-1);
      if (!last) return;
      await deliver(rows.map(({ content }) => this.shape.parse(JSON.parse(content))));
      for (const { seq } of rows) this.sql.all("delete from outbox where seq = ?", seq);
    }
  }
}
