/**
 * What Durable Objects and the compiler offer over Workers RPC. Each class in
 * `workers/objects` and `workers/compiler` implements one of these; callers hold
 * only the interface. Expected failures come back as `Outcome` values, since
 * exceptions lose their type across RPC.
 */
import { z } from "zod";
import type { Grant, Standing } from "./access.ts";
import { type AppPerson, type DataRow, type DeletedRow, RowAccess, type RowChange } from "./app.ts";
import type { DataPlan, TableChange } from "./data-plan.ts";
import type { AppSchema } from "./data-schema.ts";
import type { Failure } from "./errors.ts";
import type { Finding, Reporter, RuntimeError } from "./findings.ts";
import type { AppHosts } from "./hosts.ts";
import type { Json } from "./json.ts";
import type { Acting, Origin } from "./origin.ts";
import type { BeginImport, ImportRows, RowImport, WriteImport } from "./row-import.ts";
import type { RowPage, RowQueryInput, Totals, TotalsQueryInput } from "./row-query.ts";
import type { SampleRows } from "./sample-rows.ts";
import type { Delivery, NewEvent, Repair, StreamEvent } from "./session-protocol.ts";

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** An app's files by path, e.g. `src/App.tsx`: their text, or a pointer to what is none (`file-pointer.ts` of core). */
export type FileMap = Record<string, string>;
/** `text: null` deletes the file. */
export type FileChange = { path: string; text: string | null };

/** Of each of the objects: all that it keeps goes for good. */
export interface ErasableRpc {
  erase(): Promise<void>;
}

// --- SessionStream: one per AgentSession, named by the session's id ---------

/** A finished step of a job: its name and what the next step needs of it. */
export type JournalEntry = { step: string; result: Json };

export type BeginResult =
  /** `text` is the message as it stands, after any change while it waited. */
  | { state: "begun"; fence: number; journal: JournalEntry[]; cancelled: boolean; text: string }
  /** Another delivery holds a live lease on this job: drop this delivery. */
  | { state: "leased" }
  /** Another job of the session runs, or this one waits for a person: it is delivered again when that ends. */
  | { state: "busy" }
  /** The job has ended, or was never enqueued: drop this delivery. */
  | { state: "finished" };

export type AppendResult = { ok: true; seq: number; cancelled: boolean } | { ok: false; code: "stale_lease" };

/** A job on its way into a session. */
export type Enqueue = {
  jobId: string;
  sessionId: string;
  projectId: string;
  organizationId: string;
  messageId: string;
  text: string;
  deliver: Delivery;
  events: NewEvent[];
};

/** What a job may wait for. A step it waits under is named `<kind>:<turn>`. */
export type AwaitKind = "questions" | "plan" | "budget" | "data";

/** `by`: unless what it is done with has its own line in the log. */
export type JobAnswer = { jobId: string; kind: AwaitKind; result: Json; events: NewEvent[]; by?: Acting };

/** `before`: another waiting job; null: last. */
export type JobChange = { jobId: string; text?: string; deliver?: Delivery; before?: string | null; by?: Acting };

/** A message taken out of the queue into a running job. */
export type SteeringMessage = { jobId: string; messageId: string; text: string };

export interface SessionStreamRpc {
  /** Appends outside any job (a person's message, a preview's error). Returns the last seq. */
  post(events: NewEvent[]): Promise<number>;
  /**
   * Registers a job, appends its opening events, and sends it to the queue as soon as no
   * other job of the session is open and the schedule has a place. Idempotent by jobId. A message to steer with wakes a job that waits for a person.
   */
  enqueue(input: Enqueue): Promise<void>;
  /** Takes the job's lease (5 s, renewed by every append and renew) and returns the journal so far. */
  begin(jobId: string): Promise<BeginResult>;
  /** Appends events and, in the same write, the step they finish. Refused when the lease has moved on. */
  append(input: { jobId: string; fence: number; events: NewEvent[]; step?: JournalEntry }): Promise<AppendResult>;
  renew(input: { jobId: string; fence: number }): Promise<AppendResult>;
  /** Ends the lease before it runs out, of a consumer that cannot go on: the next delivery begins at once. */
  giveBack(input: { jobId: string; fence: number }): Promise<AppendResult>;
  /** Takes every waiting message that is to steer out of the queue, once per step: asked again for the same step, it gives the same. */
  takeSteering(input: {
    jobId: string;
    fence: number;
    step: string;
  }): Promise<{ ok: true; messages: SteeringMessage[] } | { ok: false; code: "stale_lease" }>;
  /**
   * Appends events and gives the lease back: the job waits for `step` (such as `plan:2`), with its journal, until an
   * answer of that kind is journalled under it, a steering message comes, or it is stopped.
   */
  pause(input: { jobId: string; fence: number; step: string; events: NewEvent[] }): Promise<AppendResult>;
  /** Journals what a person answered to a waiting job and sends it to the queue. Refused when it does not wait for that kind (any more). `by`: as that, the log tells of it. */
  answer(input: JobAnswer): Promise<"resumed" | "not_waiting">;
  /** Changes a message that waits: its text, how it is delivered, or its place (before another waiting job; null: last). */
  amend(input: JobChange): Promise<"amended" | "begun" | "unknown">;
  /** Appends the closing event, compacts the job's deltas, frees the lease and sends the next open job to the queue. */
  finish(input: { jobId: string; fence: number; events: NewEvent[] }): Promise<AppendResult>;
  /** Marks a job cancelled: a queued one ends at once (returns "ended"), a running one sees it at its next append or renew. */
  cancel(jobId: string, by?: Acting): Promise<"ended" | "signalled" | "unknown">;
  /** Events after `after`, oldest first, at most `limit`. */
  read(input: { after: number; limit: number }): Promise<StreamEvent[]>;
  /** The schedule's word on a job's place; 0: it may begin. False: the job has no use for it (any more). */
  placed(input: { jobId: string; place: number }): Promise<boolean>;
}

// --- JobSchedule: one, named `all` -------------------------------------------

/** A job that wants to work. */
export type PlaceAsked = { jobId: string; sessionId: string; organizationId: string };

export interface JobScheduleRpc {
  /** 0: the job may work, and asks again while it does; else it is so manieth in the queue, and its session is told when that changes. Idempotent by jobId. */
  ask(input: PlaceAsked): Promise<number>;
  /** The job does not work any more, or has no wish to. */
  release(jobId: string): Promise<void>;
}

// --- Workspace: one per Project, named by the project's id ------------------

/** What a preview host shows: the live version, the draft of a running job, or one version ("v3"). */
export const Channel = z.union([z.literal("current"), z.literal("draft"), z.templateLiteral(["v", z.int().min(1)])]);
export type Channel = z.infer<typeof Channel>;

export type DraftWrite = { findings: Finding[]; ms: number };

/** The app's `index.html`; `head` and `foot` are the places in `text` where the platform's own elements go. */
export type PageDocument = { text: string; head: number; foot: number; hasIcon: boolean };

/** `code` is a CommonJS-style function body; `imports` are the ids of the modules and packages it belongs together with. */
export type PageModule = { code: string; imports: string[] };

/** Everything dispatch needs to serve the browser side of an app. */
export type PageBuild = {
  version: number | null;
  /** Changes whenever anything the browser loads changes. */
  hash: string;
  html: PageDocument;
  css: string;
  /** By source path, or by path and way of asking: `src/notes.md?raw`. */
  modules: Record<string, PageModule>;
  entry: string;
  /** Bare specifiers the modules import, resolved against the vendored catalogue. */
  externals: string[];
  /** Files outside `public/` that the page loads by address. */
  served: string[];
  /** What `app.json` asks for. */
  hosts: AppHosts;
  findings: Finding[];
};

/** A file of an app as the browser gets it. */
export type ServedFile = { body: string | Uint8Array<ArrayBuffer>; type: string; tag: string };

/** The app's own server code as one ES module; null when it has none. `lines[i]` is the source position of line i+1. */
export type ServerBuild = { hash: string; code: string; sources: { file: string; firstLine: number; lines: number }[] } | null;

export interface WorkspaceRpc {
  /** Makes `version` what `current` shows, pushes the change to open previews and applies its data schema. */
  setCurrent(input: { projectId: string; version: number; files: FileMap }): Promise<void>;
  /** Compares with the version that is current in the database, shows it and sets its tables, should whoever made it have died before. */
  follow(projectId: string): Promise<void>;
  /** Opens a draft on top of `files`; the same job's draft, if already open, is kept as it is. */
  openDraft(input: { projectId: string; jobId: string; sessionId: string; files: FileMap }): Promise<void>;
  writeDraft(input: { jobId: string; changes: FileChange[] }): Promise<Outcome<DraftWrite>>;
  readDraft(jobId: string): Promise<Outcome<FileMap>>;
  closeDraft(jobId: string): Promise<void>;
  page(input: { projectId: string; channel: Channel }): Promise<Outcome<PageBuild>>;
  server(input: { projectId: string; channel: Channel }): Promise<Outcome<ServerBuild>>;
  /** A file of `public/`, or another one that the page loads, by its address; null when there is none. */
  file(input: { projectId: string; channel: Channel; pathname: string }): Promise<Outcome<ServedFile | null>>;
  /** Errors of the running preview since the code of that channel changed, most frequent first. */
  recentErrors(channel: Channel): Promise<{ error: RuntimeError; count: number }[]>;
  /** Records an error of a running preview and tells the session that last worked on the project. */
  reportError(input: { projectId: string; label: string; channel: Channel; error: RuntimeError; by: Reporter }): Promise<void>;
}
// `fetch` of a Workspace with `Upgrade: websocket` and `?channel=` joins the reload socket (frames: ReloadFrame).

/** Server → open preview. `update` carries only the modules that changed; `full` asks for a page load. */
export type ReloadFrame =
  | { type: "update"; hash: string; modules: Record<string, PageModule>; removed: string[]; css: string | null }
  | { type: "full"; hash: string }
  | { type: "broken"; findings: Finding[] };

// --- ProjectData: one per Project and environment, named `<projectId>:<environment>` ---

/** What conditions may ask of a member; `roles` are those in the app. */
const AboutMember = z.object({ name: z.string(), email: z.string(), role: z.string(), roles: z.array(z.string()) });
/** Who reads or writes rows. A member who `may` only read changes nothing, whatever a table's policy lets members do. "app": its own server code, under the policy's `server`. */
export const DataActor = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("member"), userId: z.string(), may: RowAccess, ...AboutMember.partial().shape }),
  z.object({ kind: z.literal("visitor") }),
  z.object({ kind: z.literal("app") }),
  /** The organization, taking its rows along: it reads all of them, and writes none. */
  z.object({ kind: z.literal("organization") }),
]);
export type DataActor = z.infer<typeof DataActor>;
/** Rows are shared by all channels of an environment; each channel has the schema of its own code. */
export const DataScope = z.object({ channel: Channel, actor: DataActor });
export type DataScope = z.infer<typeof DataScope>;
/**
 * By what way rows are written. What people and tokens write (`by`) has a line each in the organization's log, an import one at
 * its end; what an app's users and its server code write is summed up there by the hour. The app's own change log has each of them.
 */
export type RowOrigin = { organizationId: string; projectId: string } & (
  | { way: "screen" | "token" | "import"; by: Origin }
  | { way: "app" | "server" | "sample" }
);
/** As whom rows are written, and by what way. */
export type RowWriter = DataScope & { origin: RowOrigin };
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

export interface ProjectDataRpc {
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
  remove(writer: RowWriter, table: string, id: string, revision?: number): Promise<Outcome<DataRow>>;
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
}
// `fetch` of a ProjectData with `Upgrade: websocket` joins the live changes a scope may read
// (scope as JSON in the header `x-edgewright-scope`; frames: LiveChange).

// --- AttemptLimit: one per client (`client:…`) and one per e-mail address (`address:…`) ---

/** At most `max` in `ms` from the first on. */
export type AttemptAllowance = { max: number; ms: number };

/** `strangers`: of all clients together that have not succeeded here before; null: no such limit. */
export type AttemptInput = { kind: string; client: string; each: AttemptAllowance; strangers: AttemptAllowance | null };

export interface AttemptLimitRpc {
  /** Counts an attempt before it is made. 0: go ahead; else the milliseconds to wait. */
  take(input: AttemptInput): Promise<number>;
  /** It succeeded: it is not counted after all, and its client is known from now on. */
  succeeded(input: Pick<AttemptInput, "kind" | "client">): Promise<void>;
}

// --- Compiler: RPC entrypoint of workers/compiler ---------------------------

export type CheckResult = { ok: boolean; ms: number; findings: Finding[] };

/** `changes` lead from the given files to the repaired ones; `findings` is what the types of those still say, for a model to answer. */
export type RepairResult = { changes: FileChange[]; repaired: Repair[]; findings: Finding[]; ms: number };

export interface CompilerRpc {
  /** Type-checks an app: TypeScript diagnostics of `changed` first, then of every other file. */
  check(input: { projectId: string; files: FileMap; changed?: string[] }): Promise<CheckResult>;
  /**
   * Puts right what has one right answer, without a model; no file comes out worse. An app without findings stays as
   * it is, but for unused imports, missing list keys and unlisted dependencies in the files of `changed`.
   */
  repair(input: { projectId: string; files: FileMap; changed?: string[] }): Promise<RepairResult>;
  /** Loads the app's modules in an isolate and renders its root; an exception comes back as a finding. */
  boot(input: { files: FileMap }): Promise<CheckResult>;
}

// --- Directory: RPC entrypoint of workers/api, for dispatch, which has no database ---

export interface DirectoryRpc {
  /** The project behind a preview slug, with the hosts confirmed for it; null when there is none (or it was deleted). */
  resolve(slug: string): Promise<{ projectId: string; organizationId: string; name: string; hosts: AppHosts } | null>;
  /** The members of an organization, for fields that name one. */
  people(organizationId: string): Promise<AppPerson[]>;
  /** What a grant is worth at this moment. */
  standing(grant: Grant): Promise<Standing>;
}
