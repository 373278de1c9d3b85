/** ProjectData: one per Project and environment, named `<projectId>:<environment>`. */
import { z } from "zod";
import { type DataRow, type DeletedRow, memberAs, RowAccess, type RowChange, type SeenAs } from "../app.ts";
import type { DataPlan, TableChange } from "../data-plan.ts";
import type { AppSchema } from "../data-schema.ts";
import type { Environment } from "../environment.ts";
import type { BeginFile, FileAsked, FilePlace, FileUpload, RowFile } from "../files.ts";
import type { Origin } from "../origin.ts";
import type { BeginImport, ImportRows, RowImport, WriteImport } from "../row-import.ts";
import type { RowPage, RowQueryInput, Totals, TotalsQueryInput } from "../row-query.ts";
import type { RowWrite } from "../row-write.ts";
import type { SampleRows } from "../sample-rows.ts";
import { TimeZone } from "../time-zone.ts";
import type { AutomationsRpc } from "./automations.ts";
import type { Outcome } from "./outcome.ts";
import { Channel } from "./workspace.ts";

/** What conditions may ask of a member; `roles` are those in the app. */
const AboutMember = z.object({ name: z.string(), email: z.string(), role: z.string(), roles: z.array(z.string()) });
const MemberActor = z.object({ kind: z.literal("member"), userId: z.string(), may: RowAccess, ...AboutMember.partial().shape });
export type MemberActor = z.infer<typeof MemberActor>;
/** Of one who looks at the app as somebody else would: who it is. They see and do what both may. */
const LookingAs = z.object({ behind: MemberActor.optional() });

/** Who reads or writes rows. A member who `may` only read changes nothing, whatever a table's policy lets members do. "app": its own server code, under the policy's `server`. */
export const DataActor = z.discriminatedUnion("kind", [
  MemberActor.extend(LookingAs.shape),
  LookingAs.extend({ kind: z.literal("visitor") }),
  z.object({ kind: z.literal("app") }),
  /** The organization, taking its rows along: it reads all of them, and writes none. */
  z.object({ kind: z.literal("organization") }),
  /** One of the app's automations, by its name. They are its author's own words: it reads and writes all rows, under the tables' checks. */
  z.object({ kind: z.literal("automation"), name: z.string() }),
]);
export type DataActor = z.infer<typeof DataActor>;

/** The member as they would be: a visitor, or one of the organization who is no admin, with the role of the app that is named, or none. */
export function actorAs(as: SeenAs, behind: MemberActor): DataActor {
  if (as === "visitor") return { kind: "visitor", behind };
  return { ...behind, ...memberAs(as, behind.role), behind };
}

/** Rows are shared by all channels of an environment; each channel has the schema of its own code. `zone`: where whoever asks is; UTC unless it is said. */
export const DataScope = z.object({ channel: Channel, actor: DataActor, zone: TimeZone.optional() });
export type DataScope = z.infer<typeof DataScope>;
/**
 * By what way rows are written. What people and tokens write (`by`) has a line each in the organization's log, an import one at
 * its end; what an app's users and its server code write is summed up there by the hour. The app's own change log has each of them.
 */
export type RowOrigin = { organizationId: string; projectId: string } & (
  | { way: "screen" | "token" | "import"; by: Origin }
  | { way: "app" | "server" | "sample" }
  /** `depth`: how many automations, one after the other, came before it. */
  | { way: "automation"; depth: number }
);
/** As whom rows are written, and by what way. `once`: the key under which a write of one row, sent again within a day, gets its first answer. */
export type RowWriter = DataScope & { origin: RowOrigin; once?: string };
/** The header in which a live socket's scope is said to the object, as JSON. */
export const DATA_SCOPE_HEADER = "x-edgewright-scope";

/** A bookmark was made: the tables as they are. */
export type DataMark = { schema: AppSchema };

/** What the rows would be under other tables than theirs: what follows, and what could not be. Sentences. */
export type Consequences = { says: string[]; misfits: string[] };

/** A bookmark beside today: rows by table (null: no such table), and what it means to take only one of data and code back. */
export type DataComparison = {
  tables: { name: string; label: string; now: number | null; was: number | null }[];
  dataAlone: Consequences;
  codeAlone: Consequences;
};

/**
 * A rollback of rows. `decision` is the id of the audit line that says it happened: the line is written together with
 * the code's and the settings' part, and whether it is there decides what becomes of the rows. `onto`: the tables they
 * are to have, those of the bookmark or those of today.
 */
export type DataRollback = { decision: string; bookmark: string; onto: "then" | "now" };

/** Rows as they are stored, in the order of their ids. `end`: the next ones come after it; null: these were the last. */
export type CopiedRows = {
  rows: {
    id: string;
    table_name: string;
    json: string;
    created_at: string;
    updated_at: string;
    created_by: string | null;
    revision: number;
  }[];
  end: string | null;
};

export interface ProjectDataRpc extends AutomationsRpc {
  /** Makes `schema` the one of `channel`; for `current`, of the version that went live, moves renamed fields, in pieces. Returns what changed, in words, when it has. */
  setSchema(input: { channel: Channel; schema: AppSchema; version?: number }): Promise<Outcome<string[]>>;
  schema(channel: Channel): Promise<AppSchema>;
  /** Puts the live version's sample rows in, once; null: takes those out that a former version put in. */
  sample(writer: RowWriter, samples: SampleRows | null): Promise<void>;
  list(scope: DataScope, table: string, query: RowQueryInput): Promise<Outcome<RowPage>>;
  /** What the rows that match add up to, in all and by groups; of those that the scope may read. */
  totals(scope: DataScope, table: string, query: TotalsQueryInput): Promise<Outcome<Totals>>;
  get(scope: DataScope, table: string, id: string): Promise<Outcome<DataRow>>;
  /** The latest changes of a row that is there, newest first. */
  changes(scope: DataScope, table: string, id: string): Promise<Outcome<RowChange[]>>;
  create(writer: RowWriter, table: string, values: Record<string, unknown>): Promise<Outcome<DataRow>>;
  /** `revision`, when given, must be the row's present one (`row_stale` otherwise). */
  update(writer: RowWriter, table: string, id: string, values: Record<string, unknown>, revision?: number): Promise<Outcome<DataRow>>;
  /** Changes the row that has the same value in `by`, a unique field, or adds it where there is none. */
  upsert(writer: RowWriter, table: string, by: string, values: Record<string, unknown>): Promise<Outcome<DataRow>>;
  /** Adds to numbers of the row as they are when it is written. */
  increment(writer: RowWriter, table: string, id: string, by: Record<string, number>): Promise<Outcome<DataRow>>;
  remove(writer: RowWriter, table: string, id: string, revision?: number): Promise<Outcome<DataRow>>;
  /** All of the writes, in their order, or none; the rows that they were meant for. */
  writeAll(writer: RowWriter, writes: readonly RowWrite[]): Promise<Outcome<DataRow[]>>;
  /** Brings a row back that was deleted in the last 30 days, with its id and with what referred to it. */
  restore(writer: RowWriter, table: string, id: string): Promise<Outcome<DataRow>>;
  /** How the tables came to be what they are, newest first. */
  tableChanges(): Promise<TableChange[]>;
  /** What would become of the rows if `schema` went live, with values that `sight` may see; null: with none. */
  plan(schema: AppSchema, sight: DataScope | null): Promise<Outcome<DataPlan>>;
  /** The rows that were deleted last and that the scope could bring back, the latest first. */
  deleted(scope: DataScope, table: string): Promise<Outcome<DeletedRow[]>>;
  /** Begins an import into a table; for whoever may add to it. Only they see it and go on with it. */
  beginImport(writer: RowWriter, table: string, given: BeginImport): Promise<Outcome<RowImport>>;
  /** Hands rows in: each is looked at, and none is written. Handed in again, they take the place of those with the same numbers. */
  importRows(writer: RowWriter, id: string, given: ImportRows): Promise<Outcome<RowImport>>;
  /** Begins to write what was handed in. The answer does not wait for the end. */
  writeImport(writer: RowWriter, id: string, given: WriteImport): Promise<Outcome<RowImport>>;
  readImport(scope: DataScope, id: string): Promise<Outcome<RowImport>>;
  /** What was written is taken back; an import that is done stays. */
  cancelImport(writer: RowWriter, id: string): Promise<Outcome<RowImport>>;
  /** Begins to take a file in, for whoever may write into a field of files; only they go on with it. */
  beginFile(writer: RowWriter, given: BeginFile): Promise<Outcome<FileUpload>>;
  readUpload(scope: DataScope, file: string): Promise<Outcome<FileUpload>>;
  /** Parts are numbered from 0 and come in any order. One that comes again changes nothing. With the last one the file is whole. */
  putFilePart(writer: RowWriter, file: string, part: number, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<FileUpload>>;
  /** A small picture beside a picture that is whole. */
  putThumbnail(writer: RowWriter, file: string, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<FileUpload>>;
  /** The content of a file that a row holds, for whoever may see that field of it. */
  readFile(scope: DataScope, place: FilePlace, asked: FileAsked): Promise<Outcome<RowFile>>;
  /** Whether rows that are there would be changed, or read in another way, if `schema` went live. */
  migrates(schema: AppSchema): Promise<boolean>;
  /** Keeps rows and tables as they are now under a name, to be had back. A second time for the same name changes nothing. */
  mark(bookmark: string): Promise<DataMark>;
  compare(bookmark: string): Promise<Outcome<DataComparison>>;
  /** Announces a rollback: rows can be read and not written until it is done or dropped, or until it was found undecided. */
  hold(input: DataRollback): Promise<Outcome<void>>;
  /** Takes the rows back, all or nothing. Returns what followed, in words. A second time for the same decision changes nothing. */
  rollBack(input: DataRollback): Promise<Outcome<string[]>>;
  drop(decision: string): Promise<void>;
  /** Lets go of every bookmark that is not named. Returns how many. */
  release(keep: string[]): Promise<number>;
  /** For a copy: rows after an id. */
  rowsAfter(id: string): Promise<CopiedRows>;
  /** Makes this a copy of the rows of another environment, `from`; null: of none. What happens in it is told nobody. A second time it changes nothing. */
  fork(input: { projectId: string; from: Environment | null }): Promise<void>;
}
// `fetch` of a ProjectData with `Upgrade: websocket` joins the live changes a scope may read
// (scope as JSON in the header `x-edgewright-scope`; frames: LiveChange).
