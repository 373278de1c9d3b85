/** The database of a generated app: schemas by channel, rows, and the rules both keep. Runs inside the ProjectData object. */
import {
  AppSchema,
  type Channel,
  type Column,
  complaintsOf,
  type DataRow,
  type DataScope,
  type DeletedRow,
  isFile,
  type Json,
  type LiveChange,
  type Outcome,
  type RowChange,
  type RowPage,
  RowQuery,
  type RowQueryInput,
  type RowWrite,
  type RowWriter,
  type Totals,
  TotalsQuery,
  type TotalsQueryInput,
} from "@edgewright/contracts";
import { type Clock, fail, ok, type Sql } from "@edgewright/core";
import { faultsOf } from "@edgewright/expressions";
import type { z } from "zod";
import { Zone } from "./calendar.ts";
import { cannotOf } from "./cannot.ts";
import { ChangeRecord, type StoredChange } from "./change-record.ts";
import { changesBetween } from "./change-schema.ts";
import { ComputedFields } from "./computed-fields.ts";
import { queryName } from "./cursor.ts";
import { FileGate } from "./files/file-gate.ts";
import { FileRecords } from "./files/file-records.ts";
import type { Asking } from "./filter.ts";
import { FirstAnswers, onceOf } from "./first-answers.ts";
import { keepIndexes, needsIndex } from "./indexes.ts";
import { extentOf, permit, reaches, refused, seesField, seesFieldOfAll, writesSome } from "./policy.ts";
import { planOf } from "./query.ts";
import { hasRoom } from "./room.ts";
import { peopleIn, RowCheck } from "./row-check.ts";
import { RowImports } from "./row-imports.ts";
import { RowRequests } from "./row-requests.ts";
import { type Follow, RowWrites } from "./row-writes.ts";
import { readPage } from "./scan.ts";
import { settleSome } from "./settle.ts";
import { sameToSee, toRow } from "./shown-row.ts";
import { createTables, type StoredRow } from "./sql.ts";
import { BOUNDS, type Bounds, type Change, TableChange } from "./table-change.ts";
import { Tables } from "./tables.ts";
import { readTotals, totalsPlanOf } from "./totals.ts";
import { Trash } from "./trash.ts";
import type { Values } from "./validate.ts";
import { liveField, storedField, type View } from "./view.ts";

const READERS_MAX = 32;
const CHANGES_SHOWN = 100;
const DELETED_SHOWN = 500;

export class DataStore {
  /** What has become of the rows, and the lines on their way to the organization's log. */
  readonly record: ChangeRecord;
  readonly trash: Trash;
  readonly imports: RowImports;
  private readonly sql: Sql;
  private readonly clock: Clock;
  private readonly pause: () => Promise<void>;
  private readonly isMember: (organizationId: string, userId: string) => Promise<boolean>;
  private readonly tables: Tables;
  private readonly tableChange: TableChange;
  private readonly requests: RowRequests;
  private readonly answers: FirstAnswers;
  /** Counts changes of tables: what reads in slices begins anew after one. */
  private generation = 0;
  private unsettled = true;
  private indexing = false;
  private turn = Promise.resolve();
  private readers = 0;

  /** `pause` lets others go first. */
  constructor(deps: {
    sql: Sql;
    clock: Clock;
    publish(changes: StoredChange[]): void;
    /** What a write sets off, kept in the transaction of it. */
    follow?: Follow;
    pause(): Promise<void>;
    isMember(organizationId: string, userId: string): Promise<boolean>;
    bounds?: Bounds;
  }) {
    this.sql = deps.sql;
    this.clock = deps.clock;
    this.pause = deps.pause;
    this.isMember = deps.isMember;
    createTables(deps.sql);
    this.record = new ChangeRecord(deps);
    this.trash = new Trash(deps);
    this.tables = new Tables(deps.sql, deps.clock);
    const computed = new ComputedFields(deps.sql, this.tables);
    const files = new FileRecords(deps);
    const rowCheck = new RowCheck(deps.sql, this.tables, computed, new FileGate({ ...deps, tables: this.tables, records: files }));
    const writes = new RowWrites({ ...deps, record: this.record, computed, files });
    const { trash, tables } = this;
    this.requests = new RowRequests({ sql: deps.sql, tables, rowCheck, writes, trash });
    this.answers = new FirstAnswers(deps);
    this.tableChange = new TableChange({ sql: deps.sql, record: this.record, bounds: deps.bounds ?? BOUNDS });
    this.imports = new RowImports({
      ...{ ...deps, tables, rowCheck, writes, trash, record: this.record },
      strangers: (...given) => this.strangers(...given),
      ready: async () => {
        await this.settle();
        return this.writable();
      },
      hasRoom: (view, rows) => hasRoom(this.sql, view, rows),
      inTurn: () => this.inTurn(),
    });
    this.keepIndexes();
  }

  /** An index that this build of the platform is the first to want is made as other tables are: in pieces where there are many rows. */
  private keepIndexes(): void {
    if (this.changing()) return;
    const schema = this.schema("current");
    if (!needsIndex(this.sql, schema)) keepIndexes(this.sql, schema);
    else this.tableChange.begin({ before: schema, after: schema, from: null, sweep: { type: "tables", by: null, says: [] } });
    this.indexing = this.changing();
  }

  schema(channel: Channel): AppSchema {
    return this.tables.schema(channel);
  }

  /** `version`: whose tables they are. Only `current` moves rows to new names; a draft or an older version finds them where they are. Changes follow one another. */
  async setSchema(channel: Channel, given: unknown, version: number | null = null): Promise<Outcome<string[]>> {
    const parsed = parseTables(given);
    if (!parsed.ok) return parsed;
    const after = parsed.value;
    if (channel !== "current") {
      this.tables.set(channel, after);
      return ok([]);
    }
    return this.alone(async () => {
      const before = this.schema("current");
      const says = changesBetween(before, after).map((change) => change.says);
      await this.change({ before, after, from: null, sweep: { type: "tables", by: version === null ? null : String(version), says } });
      return ok(says);
    });
  }

  /** Whether a change of tables, or of all rows, is under way, or has yet to be cleared up after. */
  changing(): boolean {
    return this.tableChange.stage() !== null;
  }

  /** Begins `work` when no change is under way; one that was left is gone on with. */
  async alone<T>(work: () => T | Promise<T>): Promise<T> {
    while (this.step()) await this.inTurn();
    return work();
  }

  /** Only from `alone`. Until the app's tables and rows are the new ones. */
  async change(change: Change): Promise<void> {
    this.tableChange.begin(change);
    if (this.changing()) {
      do await this.inTurn();
      while (this.tableChange.stage() !== "clear" && this.step());
    } else this.reread();
  }

  private step(): boolean {
    const stage = this.tableChange.stage();
    const stepped = this.tableChange.step();
    if (stage === "copy" && this.tableChange.stage() === "clear") this.reread();
    return stepped;
  }

  /** Rows come in as they are stored elsewhere; before they are next read they are brought into today's form. */
  adopt(write: () => void): void {
    this.sql.transaction(write);
    this.reread();
  }

  /** What is stored was changed as a whole. */
  private reread(): void {
    this.tables.reread();
    this.unsettled = true;
    this.generation++;
  }

  list(scope: DataScope, tableName: string, input: RowQueryInput): Promise<Outcome<RowPage>> {
    return this.read(scope, tableName, RowQuery, input, async (query, view, asking, again) => {
      const plan = planOf(view, await queryName(tableName, query), query, asking);
      if (!plan.ok) return plan;
      const page = await readPage(this.sql, plan.value, again);
      if (!page?.ok) return page;
      const cannot = query.rights ? await cannotOf(view, page.value.rows, again) : undefined;
      return cannot === null ? null : ok({ ...page.value, rows: page.value.rows.map((row) => toRow(view, row)), cannot });
    });
  }

  totals(scope: DataScope, tableName: string, input: TotalsQueryInput): Promise<Outcome<Totals>> {
    return this.read(scope, tableName, TotalsQuery, input, async (query, view, asking, again) => {
      const plan = totalsPlanOf(view, query, asking);
      return plan.ok ? readTotals(this.sql, plan.value, again) : plan;
    });
  }

  /** Rows that may be read, by `look`, which begins anew when it answers null: the tables changed meanwhile, as `again` has said. */
  private async read<Query extends { zone: string }, T>(
    scope: DataScope,
    tableName: string,
    shape: z.ZodType<Query>,
    input: unknown,
    look: (query: Query, view: View, asking: Asking, again: () => Promise<boolean>) => Promise<Outcome<T> | null>,
  ): Promise<Outcome<T>> {
    const query = shape.safeParse(input);
    if (!query.success) return fail("bad_request", `The query is not right: ${complaintsOf(query.error)}`, { next: "Correct the query." });
    if (this.readers >= READERS_MAX)
      return fail("unavailable", "Many long queries are under way in this app.", { next: "Try again in a moment.", retry: true });
    this.readers++;
    try {
      for (let attempt = 0; attempt < 3; attempt++) {
        await this.settle();
        const { generation } = this;
        const view = this.tables.view(scope, tableName);
        if (!view.ok) return view;
        const permitted = permit(view.value, "read");
        if (!permitted.ok) return permitted;
        const again = async () => {
          await this.inTurn();
          return generation === this.generation;
        };
        const read = await look(query.data, view.value, this.asking(scope, query.data.zone), again);
        if (read) return read;
      }
    } finally {
      this.readers--;
    }
    return fail("unavailable", "The app's tables are just being changed.", { next: "Try again in a moment.", retry: true });
  }

  private asking({ actor }: DataScope, zoneName: string): Asking {
    const zone = new Zone(zoneName);
    return { me: actor.kind === "member" ? actor.userId : null, today: zone.dayAt(this.clock.now()), zone };
  }

  async get(scope: DataScope, tableName: string, id: string): Promise<Outcome<DataRow>> {
    await this.settle();
    const found = this.tables.find(scope, tableName, id, "read");
    return found.ok ? ok(toRow(found.value.view, found.value.row)) : found;
  }

  /** Whether a field is one of files, also as the live version has it: what another kind of field holds was not looked at as a file. */
  holdsFiles(scope: DataScope, tableName: string, columnName: string): boolean {
    const view = this.tables.view(scope, tableName);
    const column = view.ok && view.value.table.columns.find(({ name }) => name === columnName);
    if (!view.ok || !column) return false;
    return isFile(column) && isFile(liveField(view.value, storedField(view.value, columnName)) ?? column);
  }

  /** The field of files, for whoever may write into it in some row. */
  mayFill(writer: RowWriter, tableName: string, columnName: string): Outcome<Column> {
    const found = this.tables.view(writer, tableName);
    if (!found.ok) return found;
    const view = found.value;
    const column = view.table.columns.find(({ name }) => name === columnName);
    if (!column || !this.holdsFiles(writer, tableName, columnName))
      return fail("not_found", `${view.table.label} has no field of files called ${columnName.slice(0, 80)}.`, {
        next: "Declare it in data/schema.json, as image, file or files.",
      });
    const writable = this.writable();
    if (!writable.ok) return writable;
    if (extentOf(view, "create") === "none" && extentOf(view, "update") === "none") return refused(view, "create");
    if (writesSome(view, storedField(view, columnName))) return ok(column);
    return fail("forbidden", `${column.label} is not for you to change.`, { next: "Ask whoever looks after the app." });
  }

  /** The latest changes of a row, newest first, under the names that its fields have here. */
  changes(scope: DataScope, tableName: string, id: string): Outcome<RowChange[]> {
    const found = this.tables.find(scope, tableName, id, "read");
    if (!found.ok) return found;
    const named = namesOf(found.value.view);
    return ok(this.record.ofRow(id, CHANGES_SHOWN).map((change) => ({ ...change, from: named(change.from), to: named(change.to) })));
  }

  /** `id`: one that no row has. */
  create(writer: RowWriter, table: string, values: Values, id?: string): Promise<Outcome<DataRow>> {
    return this.write(writer, { do: "create", table, values }, id);
  }

  update(writer: RowWriter, table: string, id: string, values: Values, revision?: number): Promise<Outcome<DataRow>> {
    return this.write(writer, { do: "update", table, id, values, revision });
  }

  /** Changes the row that has the same value in `by`, a unique field; where the writer sees none, adds one. */
  upsert(writer: RowWriter, table: string, by: string, values: Values): Promise<Outcome<DataRow>> {
    return this.write(writer, { do: "upsert", table, by, values });
  }

  /** Adds to numbers of the row as they are now; what they come to must be allowed as any other value. */
  increment(writer: RowWriter, table: string, id: string, by: Record<string, number>): Promise<Outcome<DataRow>> {
    return this.write(writer, { do: "increment", table, id, by });
  }

  /** References to the row are emptied; where one is needed, the row stays. It is kept for a while, see `restore`. */
  remove(writer: RowWriter, table: string, id: string, revision?: number): Promise<Outcome<DataRow>> {
    return this.write(writer, { do: "remove", table, id, revision });
  }

  /**
   * A deleted row is there again, with its id, and so are the references to it where nothing has taken their place. For whoever
   * may delete it.
   */
  restore(writer: RowWriter, table: string, id: string): Promise<Outcome<DataRow>> {
    return this.write(writer, { do: "restore", table, id });
  }

  private write(writer: RowWriter, write: RowWrite, id?: string): Promise<Outcome<DataRow>> {
    return this.inOneTurn(writer, [write], (strangers, keep) => this.requests.one(writer, write, { strangers, keep, id }));
  }

  /** All of them, in their order, or none. At most WRITES_MAX. */
  writeAll(writer: RowWriter, writes: readonly RowWrite[]): Promise<Outcome<DataRow[]>> {
    return this.inOneTurn(writer, writes, (strangers, keep) => this.requests.all(writer, writes, { strangers, keep }));
  }

  /** `work` goes from what it looks at to what it keeps without anything between. Sent again under its key, it has its first answer. */
  private async inOneTurn<Answer>(
    writer: RowWriter,
    writes: readonly RowWrite[],
    work: (strangers: ReadonlySet<string>, keep: (answer: Answer) => void) => Outcome<Answer>,
  ): Promise<Outcome<Answer>> {
    const valuesOf = (table: string) => writes.flatMap((write) => ("values" in write && write.table === table ? [write.values] : []));
    const tables = [...new Set(writes.map(({ table }) => table))];
    const named = await Promise.all(tables.map((table) => this.strangers(writer, table, valuesOf(table))));
    const once = await onceOf(writer, writes);
    await this.settle();
    const writable = this.writable();
    if (!writable.ok) return writable;
    const strangers = new Set(named.flatMap((ids) => [...ids]));
    const keep = (answer: Answer) => void (once && this.answers.keep(once, answer));
    return (once && this.answers.find<Answer>(once)) ?? work(strangers, keep);
  }

  /** The rows that were deleted last, of those that `scope` could bring back. */
  async deleted(scope: DataScope, tableName: string): Promise<Outcome<DeletedRow[]>> {
    await this.settle();
    const found = this.tables.view(scope, tableName);
    if (!found.ok) return found;
    const view = found.value;
    const permitted = permit(view, "read");
    if (!permitted.ok) return permitted;
    const latest = this.trash.latest(view.storedTable, this.schema("current"), DELETED_SHOWN);
    const own = latest.filter(({ row }) => reaches(view, "read", row) && reaches(view, "delete", row));
    return ok(own.map(({ row, deletedAt }) => ({ row: toRow(view, row), deletedAt })));
  }

  /** Whether `scope` may see a field, by its stored name, of a row. */
  sightOf(scope: DataScope): (row: StoredRow, field: string) => boolean {
    const views = new Map<string, View | undefined>();
    return (row, field) => {
      if (!views.has(row.table_name)) views.set(row.table_name, this.tables.liveView(scope, row.table_name));
      const view = views.get(row.table_name);
      return view !== undefined && reaches(view, "read", row) && seesField(view, field, row);
    };
  }

  /**
   * A change as `scope` may see it, or null. A row that comes into their sight is a new one to them, and one that leaves it is gone.
   * Of what they do not see they do not hear that it changed, either: such as what hidden rows come to.
   */
  seen(scope: DataScope, { type, row, before }: StoredChange): LiveChange | null {
    const view = this.tables.viewOfStored(scope, row.table_name);
    if (!view) return null;
    const was = before && reaches(view, "read", before) ? before : null;
    const is = type !== "deleted" && reaches(view, "read", row) ? row : null;
    if (!is) return was && { table: view.table.name, type: "deleted", row: toRow(view, was) };
    const shown = toRow(view, is);
    return was && sameToSee(toRow(view, was), shown) ? null : { table: view.table.name, type: was ? "updated" : "created", row: shown };
  }

  /** Who is named in a field of people without being one of the organization's. */
  private async strangers({ channel, actor, origin }: RowWriter, tableName: string, rows: readonly Values[]): Promise<ReadonlySet<string>> {
    const view = this.tables.view({ channel, actor }, tableName);
    if (!view.ok) return new Set();
    const named = new Set(rows.flatMap((given) => peopleIn(view.value, given)));
    const ids = [...named].filter((id) => actor.kind !== "member" || actor.userId !== id);
    const known = await Promise.all(ids.map((id) => this.isMember(origin.organizationId, id)));
    return new Set(ids.filter((_, index) => !known[index]));
  }

  /** What were written while a rollback is under way would be lost without a word. */
  private writable(): Outcome<void> {
    if (this.sql.all("select 1 from rollback where state = 'held'").length === 0) return ok(undefined);
    return fail("unavailable", "The data is just being rolled back.", { next: "Save again in a moment.", retry: true });
  }

  /** Until every row is in today's form, which is so but for the first call after an upgrade, a rollback or a change of tables. */
  private async settle(): Promise<void> {
    // Reads and writes go by the indexes of their tables.
    if (this.indexing) await this.alone(() => {});
    this.indexing = false;
    while (this.unsettled) {
      this.unsettled = settleSome(this.sql, { schema: this.schema("current"), side: this.tables.side });
      if (this.unsettled) await this.inTurn();
    }
  }

  /** Those who work in slices take turns, and between any two slices all others go first. */
  inTurn(): Promise<void> {
    this.turn = this.turn.then(this.pause);
    return this.turn;
  }
}

/** The tables of a schema that can be kept. */
export function parseTables(given: unknown): Outcome<AppSchema> {
  const parsed = AppSchema.safeParse(given);
  const [issue] = parsed.success ? faultsOf(parsed.data) : parsed.error.issues;
  if (parsed.success && !issue) return ok(parsed.data);
  return fail("schema_invalid", `data/schema.json: ${issue?.path.join(".")}: ${issue?.message}`, { next: "Correct the schema." });
}

/**
 * Renames fields to what this table calls them now; one that it has no longer is called as it was. What whoever asks may not
 * see is left out; where fields have rules, so is a field that is gone, as nobody knows any more who might see it.
 */
function namesOf(view: View): (fields: Record<string, Json>) => Record<string, Json> {
  const { table, stored, fields: rules } = view;
  const former = table.columns.flatMap(({ name, was = [] }) => was.map((one) => [one, name] as const));
  const here = new Map([...former, ...[...stored].map(([name, kept]) => [kept, name] as const)]);
  const isShown = (name: string | undefined) => rules.size === 0 || (name !== undefined && seesFieldOfAll(view, storedField(view, name)));
  return (fields) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([kept, value]): [string, Json][] =>
        isShown(here.get(kept)) ? [[here.get(kept) ?? kept, value]] : [],
      ),
    );
}
