/** Other tables and other rows than today's, beforehand and back: what a change of tables would do, bookmarks of the data, and going back to one. Stands beside DataStore in the ProjectData object. */
import type { AppSchema, DataComparison, DataMark, DataPlan, DataRollback, DataScope, Outcome } from "@edgewright/contracts";
import { type Clock, fail, ok, type Sql } from "@edgewright/core";
import { changesBetween, isMigration } from "./change-schema.ts";
import { type DataStore, parseTables } from "./data-store.ts";
import { type Bookmark, countRows, findBookmark, makeBookmark, pagesOf, releaseSome } from "./history.ts";
import { Misfits } from "./misfits.ts";
import { renames } from "./naming.ts";
import { SchemaPlan } from "./schema-plan.ts";
import type { StoredRow } from "./sql.ts";

/** A bookmark is made before the snapshot that names it; one that nobody names for so long belongs to a snapshot that was never made. */
const UNNAMED_MS = 3600 * 1000;
/** A rollback that was announced is decided within this time, or not at all. */
const DECIDED_WITHIN_MS = 10_000;

type Row = { decision: string; bookmark: string; onto: string; state: string };

export class DataRollbacks {
  private readonly sql: Sql;
  private readonly clock: Clock;
  private readonly store: DataStore;

  constructor(deps: { sql: Sql; clock: Clock; store: DataStore }) {
    this.sql = deps.sql;
    this.clock = deps.clock;
    this.store = deps.store;
  }

  private get schema(): AppSchema {
    return this.store.schema("current");
  }

  /** Whether rows that are there would be changed, or read in another way, if `schema` went live. */
  migrates(schema: AppSchema): boolean {
    return isMigration(this.schema, schema) && this.sql.all("select 1 from rows limit 1").length > 0;
  }

  /** What would become of the rows if `given` went live. They are looked at a page at a time, with all others in between. `sight`: null shows no values. */
  async plan(given: unknown, sight: DataScope | null): Promise<Outcome<DataPlan>> {
    const after = parseTables(given);
    if (!after.ok) return after;
    return this.store.alone(async () => {
      const found = new SchemaPlan(this.schema, after.value, sight ? this.store.sightOf(sight) : () => false);
      if (found.asksRows) await this.lookThrough(null, found);
      return ok(found.plan());
    });
  }

  /** What a change of tables that is under way keeps, it keeps for the newest bookmark: a newer one comes after it. */
  mark(name: string): Promise<DataMark> {
    return this.store.alone(() => {
      makeBookmark(this.sql, name, this.schema, this.clock.now());
      const made = findBookmark(this.sql, name);
      if (!made) throw new Error(`The bookmark ${name} was not made.`);
      return { schema: made.schema };
    });
  }

  compare(name: string): Promise<Outcome<DataComparison>> {
    return this.store.alone(() => this.compareAlone(name));
  }

  private async compareAlone(name: string): Promise<Outcome<DataComparison>> {
    const bookmark = findBookmark(this.sql, name);
    if (!bookmark) return lost();
    const now = this.schema;
    const rowsNow = countRows(this.sql);
    const [back, forth] = [new Misfits(bookmark.schema, now), new Misfits(now, bookmark.schema)];
    const rowsThen = await this.lookThrough(bookmark, back);
    if (forth.possible) await this.lookThrough(null, forth);
    const former = renames(now.tables, bookmark.schema.tables);
    const tables = bookmark.schema.tables.map(({ name: table, label }) => {
      const today = former.find(({ to }) => to === table)?.from ?? table;
      const present = now.tables.some((candidate) => candidate.name === today);
      return { name: table, label, now: present ? (rowsNow.get(today) ?? 0) : null, was: rowsThen.get(table) ?? 0 };
    });
    const added = now.tables.filter(
      ({ name: table }) => !bookmark.schema.tables.some((then) => then.name === table) && !former.some(({ from }) => from === table),
    );
    return ok({
      tables: [...tables, ...added.map(({ name: table, label }) => ({ name: table, label, now: rowsNow.get(table) ?? 0, was: null }))],
      dataAlone: consequences(bookmark.schema, now, back),
      codeAlone: consequences(now, bookmark.schema, forth),
    });
  }

  /** The rows at the bookmark, or now, a page at a time with all others in between. How many there are of each stored table. */
  private async lookThrough(at: Bookmark | null, looker: { add(row: StoredRow): void }): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const page of pagesOf(this.sql, at?.epoch ?? null)) {
      for (const row of page) {
        counts.set(row.table_name, (counts.get(row.table_name) ?? 0) + 1);
        looker.add(row);
      }
      await this.store.inTurn();
    }
    return counts;
  }

  /** Announces a rollback: rows can be read and not written until it is settled. */
  hold(input: DataRollback): Promise<Outcome<void>> {
    return this.store.alone(() => {
      const under = this.held();
      if (under && under.decision !== input.decision)
        return fail("conflict", "Another rollback of this app is under way.", { next: "Look again in a moment.", retry: true });
      if (!findBookmark(this.sql, input.bookmark)) return lost();
      this.record(input);
      return ok(undefined);
    });
  }

  /** The rollback that writes wait for. */
  held(): DataRollback | null {
    const [row] = this.sql.all<Row>("select decision, bookmark, onto, state from rollback where state = 'held'");
    return row ? { decision: row.decision, bookmark: row.bookmark, onto: row.onto === "then" ? "then" : "now" } : null;
  }

  /** When the rollback that writes wait for must have been decided; null: there is none. */
  decideBy(): number | null {
    return this.sql.all<{ until: number }>("select until from rollback where state = 'held'")[0]?.until ?? null;
  }

  /** It was not decided after all. */
  drop(decision: string): void {
    this.sql.all("update rollback set state = 'dropped' where decision = ? and state = 'held'", decision);
  }

  /**
   * Makes rows and tables what they were, all or nothing; with `onto` "now", the rows then follow to today's tables.
   * Until they are, they can be read. Returns what followed, in words. Asked for a second time, it does nothing.
   */
  rollBack(input: DataRollback): Promise<Outcome<string[]>> {
    return this.store.alone(async () => {
      const [last] = this.sql.all<Row>("select state from rollback where decision = ?", input.decision);
      if (last?.state === "done") return ok([]);
      const bookmark = findBookmark(this.sql, input.bookmark);
      if (!bookmark) return lost();
      this.record(input);
      const after = input.onto === "then" ? bookmark.schema : this.schema;
      const says = changesBetween(bookmark.schema, after).map((change) => change.says);
      const sweep = { type: "rolled_back", by: input.decision, says } as const;
      await this.store.change({ before: bookmark.schema, after, from: bookmark, sweep });
      return ok(says);
    });
  }

  /** Lets go of every bookmark that is not named, a piece at a time with all others in between. How many there were. */
  async release(keep: readonly string[]): Promise<number> {
    const [named, before] = [new Set(keep), this.clock.now() - UNNAMED_MS];
    const some = () => this.store.alone(() => releaseSome(this.sql, named, before));
    let released = 0;
    for (let gone = await some(); gone !== null; gone = await some()) {
      if (gone) released++;
      await this.store.inTurn();
    }
    return released;
  }

  /** Writes wait from here on. */
  private record({ decision, bookmark, onto }: DataRollback): void {
    this.sql.all(
      "insert or replace into rollback (one, decision, bookmark, onto, state, until) values (1, ?, ?, ?, 'held', ?)",
      ...[decision, bookmark, onto, this.clock.now() + DECIDED_WITHIN_MS],
    );
  }
}

const consequences = (before: AppSchema, after: AppSchema, misfits: Misfits) => ({
  says: changesBetween(before, after).map((change) => change.says),
  misfits: misfits.says(),
});

const lost = () => fail("gone", "The rows of this snapshot are not kept any more.", { next: "Choose a newer snapshot." });
