/** HTTP bodies of the API: what the web front end sends and gets. Paths are in the design's section 9. */
import { z } from "zod";
import { AppPerson, RowChange, SeenAs } from "./app.ts";
import { Accepted, DataPlan } from "./data-plan.ts";
import { AppSchema } from "./data-schema.ts";
import { Failure } from "./errors.ts";
import { Finding } from "./findings.ts";
import { AppHosts } from "./hosts.ts";
import { LIMITS } from "./limits.ts";
import { ROLES } from "./roles.ts";
import { NAMED_CHANNEL } from "./rpc/workspace.ts";
import { Answers, BudgetReached, Delivery, JobStatus, PlanStep, StreamEvent, Usage } from "./session-protocol.ts";

export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), cursor: z.string().nullable() });

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** `GET /api/me` */
export const Me = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    /** The address of the picture. */
    image: z.string().nullable(),
    twoFactor: z.boolean(),
  }),
  /** The active one. */
  organization: z.object({ id: z.string(), name: z.string(), slug: z.string(), role: Role }),
  /** Where previews are, as a source of frames: `https://*.preview.example`. */
  previews: z.string(),
});
export type Me = z.infer<typeof Me>;

/** How the agent works in a project. Amounts are in USD; null sets no limit of the project's own. */
export const ProjectSettings = z.object({
  /** null: the organization's default. */
  model: z.string().max(200).nullable().default(null),
  /** `ask`: a plan waits for a person's approval before anything is written. */
  planApproval: z.enum(["auto", "ask"]).default("auto"),
  /** Rounds of repair by the model after a failed check. */
  fixRounds: z.number().int().min(0).max(10).default(3),
  jobBudget: z.number().min(0).max(1000).nullable().default(null),
  /** Errors of the running preview are repaired without being asked for, for at most so much a day. */
  autoFix: z.boolean().default(false),
  autoFixBudget: z.number().min(0).max(1000).default(1),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

export const Project = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  currentVersion: z.number().int().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** The version that is published; null: none is. */
  publishedVersion: z.number().int().nullable(),
  /** The newest session, which the workspace opens. */
  sessionId: z.string().nullable(),
  /** A job is running, queued or waiting. */
  busy: z.boolean(),
  /** It waits for somebody's answer, approval or budget. */
  waiting: z.boolean(),
  /** Deleted, and can be restored. */
  deletedAt: z.string().nullable(),
  settings: ProjectSettings,
  organization: z.object({ id: z.string(), name: z.string() }),
  /** What the person who asks may do here: their role in the organization, or the project's own exception from it. */
  role: Role,
});
export type Project = z.infer<typeof Project>;
export const ProjectPage = page(Project);
export type ProjectPage = z.infer<typeof ProjectPage>;

/** With a prompt, a session starts at once and its first job is queued. */
export const CreateProject = z.object({
  prompt: z.string().optional(),
  name: z.string().trim().min(1).max(80).optional(),
  slug: z.string().optional(),
  model: z.string().optional(),
});
export type CreateProject = z.infer<typeof CreateProject>;
export const CreatedProject = z.object({ project: Project, sessionId: z.string().nullable(), jobId: z.string().nullable() });
export type CreatedProject = z.infer<typeof CreatedProject>;
const { shape: settings } = ProjectSettings;
export const UpdateProject = z.object({
  name: z.string().trim().min(1).max(80).optional(),
  slug: z.string().optional(),
  /** Only what is named changes. */
  settings: z
    .object({
      model: settings.model.unwrap(),
      planApproval: settings.planApproval.unwrap(),
      fixRounds: settings.fixRounds.unwrap(),
      jobBudget: settings.jobBudget.unwrap(),
      autoFix: settings.autoFix.unwrap(),
      autoFixBudget: settings.autoFixBudget.unwrap(),
    })
    .partial()
    .optional(),
});
export type UpdateProject = z.infer<typeof UpdateProject>;

/** `GET, PUT /api/projects/:project/hosts`: what the live version asks for, and what a person has confirmed. */
export const ProjectHosts = z.object({ asked: AppHosts, confirmed: AppHosts });
export type ProjectHosts = z.infer<typeof ProjectHosts>;
export const ConfirmHosts = z.object({ hosts: AppHosts });
export type ConfirmHosts = z.infer<typeof ConfirmHosts>;

/** `github`: whoever made the commit there; the id is their login, or their address where GitHub does not know them. */
export const Author = z.object({ kind: z.enum(["person", "agent", "github"]), id: z.string(), name: z.string() });
export type Author = z.infer<typeof Author>;
/** `status` draft: kept, but failed a check; it never became current. */
export const Version = z.object({
  number: z.number().int(),
  parent: z.number().int().nullable(),
  message: z.string(),
  author: Author,
  status: z.enum(["ok", "draft"]),
  findings: z.array(Finding),
  jobId: z.string().nullable(),
  messageId: z.string().nullable(),
  restoredFrom: z.number().int().nullable(),
  createdAt: z.string(),
  fileCount: z.number().int(),
  isCurrent: z.boolean(),
});
export type Version = z.infer<typeof Version>;
export const VersionPage = page(Version);
export type VersionPage = z.infer<typeof VersionPage>;

export const FileEntry = z.object({ path: z.string(), sha256: z.string(), size: z.number().int(), mode: z.string() });
export type FileEntry = z.infer<typeof FileEntry>;
export const FileList = z.object({ version: z.number().int(), files: z.array(FileEntry) });
export type FileList = z.infer<typeof FileList>;
/** `text` null: it is not text, and `base64` holds its bytes. */
export const FileContent = z.object({
  path: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  text: z.string().nullable(),
  base64: z.string().nullable(),
});
export type FileContent = z.infer<typeof FileContent>;

/** One file may be too large by a bit, so that the refusal says by how much. */
const BASE64_MAX = 2 * LIMITS.binaryBytes;

/** `POST …/versions`: a person's edits on top of version `parent`. `base64` holds the bytes of a picture, a font or another file in `public/` that is not text. Paths in `resolved` overrule a conflict already shown. */
export const SaveVersion = z.object({
  parent: z.number().int().min(1),
  changes: z
    .array(
      z.union([
        z.object({ path: z.string(), text: z.string().nullable() }),
        z.object({ path: z.string(), base64: z.string().max(BASE64_MAX) }),
      ]),
    )
    .min(1)
    .max(500),
  message: z.string().max(500).optional(),
  /** Losses that the person agrees to, by the keys of the plan's steps. */
  accepts: Accepted.optional(),
});
export type SaveVersion = z.infer<typeof SaveVersion>;
/** A file both sides changed in the same place. `merged` holds both, between conflict marks. null: absent on that side. `binary`: it is no text; the sides only tell whether they are the same, and one is taken whole. */
export const Conflict = z.object({
  path: z.string(),
  base: z.string().nullable(),
  mine: z.string().nullable(),
  theirs: z.string().nullable(),
  merged: z.string(),
  binary: z.boolean(),
});
export type Conflict = z.infer<typeof Conflict>;
/** `POST …/versions/:n/restore`. */
export const RestoreVersion = z.object({ accepts: Accepted.optional() });
export type RestoreVersion = z.infer<typeof RestoreVersion>;
/** `current` false: kept as a draft with its findings; the working version stays live. */
export const SavedVersion = z.object({
  /** `data_loss`: nothing was saved; `plan` says what it would do to the rows, and waits to be agreed to. */
  outcome: z.enum(["saved", "conflict", "data_loss"]),
  version: Version.nullable(),
  merged: z.boolean(),
  current: z.boolean(),
  findings: z.array(Finding),
  /** Outside hosts that the version asks for and no admin has confirmed: its page runs without them. */
  unconfirmedHosts: AppHosts,
  /** With outcome conflict: the newest version, to which the next save must refer as its parent. */
  head: z.number().int(),
  conflicts: z.array(Conflict),
  plan: DataPlan.nullable(),
});
export type SavedVersion = z.infer<typeof SavedVersion>;

/** One file's change between two versions. `patch` is a unified diff; null where a side is not text. */
export const FileDiff = z.object({
  path: z.string(),
  status: z.enum(["added", "removed", "changed"]),
  added: z.number().int(),
  removed: z.number().int(),
  patch: z.string().nullable(),
});
export type FileDiff = z.infer<typeof FileDiff>;
export const VersionDiff = z.object({ from: z.number().int(), to: z.number().int(), files: z.array(FileDiff) });
export type VersionDiff = z.infer<typeof VersionDiff>;

/** `deliver` matters while a job works: `steer` reaches its next model turn, `queue` waits for its end. */
export const SendMessage = z.object({ text: z.string(), model: z.string().optional(), deliver: Delivery.default("steer") });
export type SendMessage = z.infer<typeof SendMessage>;
/** `202`: the message is stored and its job queued. */
export const SentMessage = z.object({ messageId: z.string(), jobId: z.string() });
export type SentMessage = z.infer<typeof SentMessage>;

/** `POST /api/sessions/:id/answers`: what a waiting job waits for. Answers `Job`. */
export const AnswerJob = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("questions"), jobId: z.string(), answers: Answers }),
  /** The steps to be done, as changed, in their order; what is left out is struck. */
  z.object({ kind: z.literal("plan"), jobId: z.string(), steps: z.array(PlanStep).min(1).max(20) }),
  /** Leave to go on for as much again. */
  z.object({ kind: z.literal("budget"), jobId: z.string(), scope: BudgetReached.shape.scope }),
  /** The losses that are agreed to; none: the values are to stay. */
  z.object({ kind: z.literal("data"), jobId: z.string(), accepts: Accepted }),
]);
export type AnswerJob = z.infer<typeof AnswerJob>;

/** `PATCH /api/jobs/:id`: changes a message that waits. `before` is the waiting job it is to come before; null puts it last. */
export const UpdateJob = z.object({ text: z.string().optional(), deliver: Delivery.optional(), before: z.string().nullable().optional() });
export type UpdateJob = z.infer<typeof UpdateJob>;

/** `POST …/sessions`: a conversation of its own in a project; with a text, its first job is queued at once. */
export const StartSession = z.object({ text: z.string().optional(), model: z.string().optional() });
export type StartSession = z.infer<typeof StartSession>;
export const StartedSession = z.object({ sessionId: z.string(), messageId: z.string().nullable(), jobId: z.string().nullable() });
export type StartedSession = z.infer<typeof StartedSession>;

export const ChatMessage = z.object({
  id: z.string(),
  role: z.enum(["user", "assistant", "system"]),
  text: z.string(),
  createdAt: z.string(),
  jobId: z.string().nullable(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;
export const Session = z.object({
  id: z.string(),
  projectId: z.string(),
  createdAt: z.string(),
  messages: z.array(ChatMessage),
  openJobs: z.array(z.string()),
});
export type Session = z.infer<typeof Session>;
/** `GET /api/sessions/:id/events?after=&limit=`: the stream as a page, for the first render. `seq` is above the last event's when there are more. */
export const EventPage = z.object({ events: z.array(StreamEvent), seq: z.number().int() });
export type EventPage = z.infer<typeof EventPage>;

export const Job = z.object({
  id: z.string(),
  sessionId: z.string(),
  projectId: z.string(),
  status: JobStatus,
  model: z.string(),
  plan: z.array(PlanStep),
  usage: Usage.nullable(),
  error: Failure.nullable(),
  baseVersion: z.number().int().nullable(),
  resultVersion: z.number().int().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type Job = z.infer<typeof Job>;

/** `POST /api/jobs/:id/retry`: the same message again, with the same model unless another one is named. Answers `SentMessage`. */
export const RetryJob = z.object({ model: z.string().optional() });
export type RetryJob = z.infer<typeof RetryJob>;

/** `POST /api/jobs/:id/continue`: goes on from the draft that a job left when it ended early. Answers `SentMessage`. */
export const ContinueJob = z.object({ model: z.string().optional() });
export type ContinueJob = z.infer<typeof ContinueJob>;

/** `POST …/previews {channel}`: an address that signs this member in to the preview, or to the published app; valid for a minute. */
export const OpenPreview = z.object({
  channel: z
    .string()
    .regex(new RegExp(`^(current|${NAMED_CHANNEL}|published)$`))
    .default("current"),
  as: SeenAs.optional(),
});
export type OpenPreview = z.infer<typeof OpenPreview>;
export const PreviewLink = z.object({ url: z.string(), origin: z.string(), expiresAt: z.string() });
export type PreviewLink = z.infer<typeof PreviewLink>;
/** `POST …/previews/share`: a link with which anyone may open an app of visibility `link`. */
export const ShareLink = z.object({ url: z.string() });
export type ShareLink = z.infer<typeof ShareLink>;

/** `GET …/data/schema` · rows at `…/data/tables/:table/rows[/:id]` take and give `RowQuery`, `RowPage`, `DataRow`; `…/data/tables/:table/totals` takes `TotalsQuery` and gives `Totals`. */
export const DataSchema = z.object({ schema: AppSchema });
export type DataSchema = z.infer<typeof DataSchema>;
export const People = z.object({ people: z.array(AppPerson) });
export type People = z.infer<typeof People>;
/** `GET …/rows/:id/changes`, newest first. `name` null: nobody who is signed in, or somebody whose account is gone. */
export const RowChangeList = z.object({
  items: z.array(RowChange.extend({ by: RowChange.shape.by.extend({ name: z.string().nullable() }) })),
});
export type RowChangeList = z.infer<typeof RowChangeList>;

export const Health = z.object({ version: z.string(), ok: z.boolean(), bindings: z.record(z.string(), z.enum(["ok", "failing"])) });
export type Health = z.infer<typeof Health>;
