/** HTTP bodies of the audit log. The closed vocabulary of actions is in packages/audit. */
import { z } from "zod";
import { page } from "./http.ts";
import { ActorKind } from "./origin.ts";

/** A few plain facts, a line each. */
export const AuditFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type AuditFacts = z.infer<typeof AuditFacts>;

export const AuditRow = z.object({
  id: z.string(),
  at: z.string(),
  action: z.string(),
  subject: z.string(),
  projectId: z.string().nullable(),
  projectName: z.string().nullable(),
  actor: z.object({ kind: ActorKind, id: z.string(), name: z.string() }),
  personId: z.string().nullable(),
  /** Address, user agent and request: for admins, else null. */
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** The same in words: "Firefox on Linux". */
  device: z.string().nullable(),
  requestId: z.string().nullable(),
  detail: AuditFacts,
  before: AuditFacts.nullable(),
  after: AuditFacts.nullable(),
  /** Its place in the chain; null: not sealed yet. */
  number: z.number().int().nullable(),
});
export type AuditRow = z.infer<typeof AuditRow>;
export const AuditPage = page(AuditRow);
export type AuditPage = z.infer<typeof AuditPage>;

const time = z.union([z.iso.datetime({ offset: true }), z.iso.date()], "Not a time").optional();
/** What a list or an export of the log is narrowed to. */
export const AuditFilter = z.object({
  /** The id of the person behind it. */
  person: z.string().max(100).optional(),
  /** One action, or a family as `member.`. */
  action: z.string().max(60).optional(),
  project: z.string().max(100).optional(),
  /** From this time on, and up to but without that one. */
  from: time,
  to: time,
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** `GET /api/orgs/:org/audit/verify`. `rows` is how many are sealed and were checked; `waiting` are not sealed yet. */
export const AuditProof = z.object({
  ok: z.boolean(),
  rows: z.number().int(),
  waiting: z.number().int(),
  /** The first and last place of the chain that is kept; retention removes from the beginning. */
  from: z.number().int(),
  to: z.number().int(),
  /** What does not fit, at most 20: a row that was altered, one that is missing, one that is out of its place. */
  faults: z.array(
    z.object({
      number: z.number().int(),
      id: z.string().nullable(),
      kind: z.enum(["altered", "missing", "moved", "ends"]),
      says: z.string(),
    }),
  ),
  /** A long log is checked in several requests: where the next one goes on, as `?from=`; null: this was all. */
  next: z.number().int().nullable(),
});
export type AuditProof = z.infer<typeof AuditProof>;
