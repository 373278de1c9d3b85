/**
 * A copy of another app's rows to try things on, or none of them. They are taken a page at a time, each page together with how far
 * that is, so that a copy that dies half-way goes on there. Content of files is not copied along.
 */
import type { AppSchema, CopiedRows } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import type { DataStore } from "./data-store.ts";
import { rowsAfter } from "./history.ts";
import { ROW_COLUMNS } from "./sql.ts";

const PAGE = { rows: 500, length: 500_000 };

/** `copied`: whether it has another's rows. `place`: the id of the last one that was taken; null: all were. */
type State = { copied: number; place: string | null };

export type ForkSource = { schema(channel: "current"): Promise<AppSchema>; rowsAfter(id: string): Promise<CopiedRows> };

export class Fork {
  private readonly sql: Sql;
  private readonly store: Pick<DataStore, "setSchema" | "adopt">;
  private turn: Promise<void> = Promise.resolve();

  constructor({ sql, store }: { sql: Sql; store: Pick<DataStore, "setSchema" | "adopt"> }) {
    this.sql = sql;
    this.store = store;
    sql.all("create table if not exists fork (one integer primary key check (one = 1), copied integer not null, place text)");
  }

  /** What happens in a copy is told nobody. */
  isFork(): boolean {
    return this.state() !== null;
  }

  /** Sample rows are among those that were copied, or had been cleared. */
  isCopy(): boolean {
    return this.state()?.copied === 1;
  }

  /** Rows after an id as they are stored, for a copy of them. */
  rowsAfter(id: string): CopiedRows {
    const { rows, end } = rowsAfter(this.sql, null, id, PAGE);
    return { rows: rows.map(({ shadowed: _, until: __, ...row }) => row), end };
  }

  /** A second time it changes nothing. `source` null: no rows. */
  take(source: ForkSource | null): Promise<void> {
    const taken = this.turn.then(() => this.takeNow(source));
    this.turn = taken.catch(() => {});
    return taken;
  }

  private async takeNow(source: ForkSource | null): Promise<void> {
    if (!this.isFork()) {
      if (source) await this.store.setSchema("current", await source.schema("current"));
      this.sql.all("insert into fork values (1, ?, ?)", source ? 1 : 0, source ? "" : null);
    }
    for (let place = this.state()?.place ?? null; source && place !== null; ) {
      const { rows, end } = await source.rowsAfter(place);
      this.store.adopt(() => {
        for (const row of rows)
          this.sql.all(`insert or ignore into rows (${ROW_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)`, ...COLUMNS.map((name) => row[name]));
        this.sql.all("update fork set place = ?", end);
      });
      place = end;
    }
  }

  private state(): State | null {
    return this.sql.all<State>("select copied, place from fork")[0] ?? null;
  }
}

const COLUMNS = ["id", "table_name", "json", "created_at", "updated_at", "created_by", "revision"] as const;
