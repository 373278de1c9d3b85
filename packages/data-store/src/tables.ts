/** The tables of each channel, and a row of one for whoever asks. Held by the data store. */
import { AppSchema, type Channel, type DataAction, type DataScope, type Outcome, type Table } from "@edgewright/contracts";
import { type Clock, fail, iso, ok, type Sql } from "@edgewright/core";
import { Zone } from "./calendar.ts";
import { guardComputed } from "./computed-sight.ts";
import { storedName } from "./naming.ts";
import { permit, reaches, refused } from "./policy.ts";
import { ROW_COLUMNS, type Side, type StoredRow, sideOf } from "./sql.ts";
import { writeSchema } from "./table-change.ts";
import { type Asker, type View, viewOf } from "./view.ts";

const EMPTY: AppSchema = { tables: [] };

export class Tables {
  private readonly sql: Sql;
  private readonly clock: Clock;
  /** Of the rows' indexes. */
  side: Side;
  private readonly schemas = new Map<string, AppSchema>();

  constructor(sql: Sql, clock: Clock) {
    this.sql = sql;
    this.clock = clock;
    this.side = sideOf(sql);
  }

  schema(channel: Channel): AppSchema {
    const known = this.schemas.get(channel);
    if (known) return known;
    const [row] = this.sql.all<{ json: string }>("select json from schemas where channel = ?", channel);
    const schema = row ? AppSchema.parse(JSON.parse(row.json)) : EMPTY;
    this.schemas.set(channel, schema);
    return schema;
  }

  /** Of a channel that moves no rows. */
  set(channel: Exclude<Channel, "current">, schema: AppSchema): void {
    writeSchema(this.sql, channel, schema);
    this.schemas.set(channel, schema);
  }

  /** What is stored was changed as a whole. */
  reread(): void {
    this.schemas.clear();
    this.side = sideOf(this.sql);
  }

  view(scope: DataScope, name: string): Outcome<View> {
    const table = this.schema(scope.channel).tables.find((candidate) => candidate.name === name);
    if (table) return ok(this.viewFor(scope, table));
    return fail("not_found", `The app has no table ${name.slice(0, 80)}.`, { next: "Declare it in data/schema.json." });
  }

  /** The table in which a stored row appears to a channel, if it does. */
  viewOfStored(scope: DataScope, storedTable: string): View | undefined {
    const current = this.schema("current");
    const table = this.schema(scope.channel).tables.find((candidate) => storedName(candidate, current.tables) === storedTable);
    return table && this.viewFor(scope, table);
  }

  /** A table of the live version. */
  liveView(scope: DataScope, name: string): View | undefined {
    const table = this.schema("current").tables.find((candidate) => candidate.name === name);
    return table && this.viewFor(scope, table);
  }

  private viewFor(scope: DataScope, table: Table): View {
    const current = this.schema("current");
    const asker = this.asker(scope);
    const bare = (of: Table) => viewOf(of, current, this.side, asker);
    return guardComputed(bare(table), current, (name) => {
      const live = current.tables.find((candidate) => candidate.name === name);
      return live && bare(live);
    });
  }

  private asker({ actor, zone }: DataScope): Asker {
    const now = iso(this.clock.now());
    const today = now.slice(0, 10);
    return { actor, now, today, day: zone === undefined ? today : new Zone(zone).dayAt(this.clock.now()) };
  }

  /** The row, for one who may do `action` on it. Who may not see it is told what they would be told if it were not there. */
  find(scope: DataScope, tableName: string, id: string, action: DataAction): Outcome<{ view: View; row: StoredRow }> {
    const found = this.view(scope, tableName);
    if (!found.ok) return found;
    const view = found.value;
    for (const needed of ["read", action] as const) {
      const permitted = permit(view, needed);
      if (!permitted.ok) return permitted;
    }
    const [row] = this.sql.all<StoredRow>(`select ${ROW_COLUMNS} from rows where id = ? and table_name = ?`, id, view.storedTable);
    if (!row || !reaches(view, "read", row))
      return fail("not_found", "This row is not there.", { next: "It may have been deleted; load the list again." });
    return reaches(view, action, row) ? ok({ view, row }) : refused(view, action);
  }
}
