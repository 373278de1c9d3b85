/**
 * What better-auth writes, as the audit log tells it. Its adapter is wrapped: each
 * write that changes an account takes its line along, in the same batch
 * (`AuditedWrites`, implemented in packages/adapters). What keeps a session going,
 * such as its renewal or a passkey's counter, is no change and has no line.
 */
import { type AuditAction, type AuditEntry, auditEntry, type Origin, type Summary } from "@edgewright/audit";
import { type Clock, type IdPrefix, newId } from "@edgewright/core";
import type { DBAdapter, Where } from "better-auth";
import type { AccountMails } from "./account-mails.ts";
import { type Notice, noticeOf } from "./notices.ts";

/** Of the request at hand. `place`: the city and country that Cloudflare takes it to come from. */
export type RequestFacts = { ip: string | null; userAgent: string | null; requestId: string | null; place?: string | null };

/** Of the token with this id. */
export type TokenLine = (id: string) => AuditEntry;

export interface AuditedWrites {
  /** The facts of the request in which this runs. */
  facts(): RequestFacts;
  /** The next write of `work` takes the entries along in one batch. */
  with<T>(entries: AuditEntry[], work: () => Promise<T>): Promise<T>;
  /** What is to be said of the API token that is being made. */
  token(): TokenLine | null;
}

const IDS: Record<string, IdPrefix> = {
  user: "usr",
  session: "sin",
  account: "acc",
  verification: "vrf",
  organization: "org",
  member: "mem",
  twoFactor: "tfa",
  passkey: "pky",
  apikey: "tok",
};
export const authId = (model: string): string => newId(IDS[model] ?? "key");

type Row = Record<string, unknown>;
type Line = { action: AuditAction; subject: string; detail?: Summary; before?: Summary; after?: Summary };

const text = (value: unknown): string => String(value ?? "");
const line = (action: AuditAction, subject: unknown, more: Omit<Line, "action" | "subject"> = {}): Line => ({
  action,
  subject: text(subject),
  ...more,
});

export function lineOfCreate(model: string, row: Row): Line | null {
  switch (model) {
    case "user":
      return line("account.created", row.id);
    case "session":
      return line("account.signed_in", row.id);
    case "account":
      return row.providerId === "credential"
        ? line("account.password_set", row.userId)
        : line("account.linked", row.id, { detail: { provider: text(row.providerId) } });
    case "twoFactor":
      return line("account.recovery_codes_changed", row.userId);
    case "passkey":
      return line("account.passkey_added", row.id, { after: { name: text(row.name) } });
    default:
      return null;
  }
}

export function lineOfUpdate(model: string, before: Row, change: Row): Line | null {
  switch (model) {
    case "user":
      return lineOfUser(before, change);
    case "account":
      return "password" in change ? line("account.password_set", before.userId) : null;
    case "twoFactor":
      return "backupCodes" in change ? line("account.recovery_codes_changed", before.userId) : null;
    case "passkey":
      return "name" in change
        ? line("account.passkey_renamed", before.id, { before: { name: text(before.name) }, after: { name: text(change.name) } })
        : null;
    default:
      return null;
  }
}

function lineOfUser(before: Row, change: Row): Line | null {
  if ("email" in change && change.email !== before.email)
    return line("account.email_changed", before.id, { before: { email: text(before.email) }, after: { email: text(change.email) } });
  if (change.emailVerified === true && before.emailVerified !== true) return line("account.email_verified", before.id);
  if ("twoFactorEnabled" in change && change.twoFactorEnabled !== before.twoFactorEnabled)
    return line(change.twoFactorEnabled ? "account.two_factor_enabled" : "account.two_factor_disabled", before.id);
  if ("name" in change || "image" in change)
    return line("account.updated", before.id, {
      before: { name: text(before.name), picture: Boolean(before.image) },
      after: { name: text(change.name ?? before.name), picture: Boolean("image" in change ? change.image : before.image) },
    });
  return null;
}

export function lineOfDelete(model: string, row: Row): Line | null {
  switch (model) {
    case "user":
      return line("account.deleted", row.id);
    case "session":
      return line("account.session_ended", row.id);
    case "account":
      return line("account.unlinked", row.id, { detail: { provider: text(row.providerId) } });
    case "passkey":
      return line("account.passkey_removed", row.id, { before: { name: text(row.name) } });
    default:
      return null;
  }
}

export type AccountAuditDeps = {
  clock: Clock;
  writes: AuditedWrites;
  mails: Pick<AccountMails, "notice">;
  background(work: Promise<unknown>): void;
};

/** What a write is told of by: in the log, and to the account's owner. */
type ReportedChange = { entries: AuditEntry[]; notices: Notice[] };
const NOTHING: ReportedChange = { entries: [], notices: [] };

const AUDITED = new Set(["user", "session", "account", "twoFactor", "passkey"]);

/** The same adapter, whose writes are in the audit log. */
export function auditedAdapter(deps: AccountAuditDeps, inner: DBAdapter): DBAdapter {
  const { writes } = deps;
  const toldOf = async (model: string, row: Row, of: Line | null, change: Row): Promise<ReportedChange> => {
    const user =
      of && (model === "user" ? row : await inner.findOne<Row>({ model: "user", where: [{ field: "id", value: text(row.userId) }] }));
    if (!user) return NOTHING;
    const id = text(user.id);
    const { place, ...facts } = writes.facts();
    const origin: Origin = { kind: "person", id, name: text(user.name), personId: id, ...facts };
    // Where a session began is told here, since its row has no room for it.
    const detail = of.action === "account.signed_in" && place ? { place } : of.detail;
    const notice = noticeOf(of.action, user, change);
    return { entries: [auditEntry(deps.clock, origin, { scope: id, projectId: null, ...of, detail })], notices: notice ? [notice] : [] };
  };
  /** Of what is about to change: each row that has a line. */
  const toldWhere = async (
    model: string,
    where: Where[] | undefined,
    change: Row,
    lineOf: (row: Row) => Line | null,
  ): Promise<ReportedChange> => {
    if (!AUDITED.has(model)) return NOTHING;
    const rows = await inner.findMany<Row>({ model, where });
    const all = await Promise.all(rows.map((row) => toldOf(model, row, lineOf(row), change)));
    return { entries: all.flatMap(({ entries }) => entries), notices: all.flatMap(({ notices }) => notices) };
  };
  const write = async <T>({ entries, notices }: ReportedChange, work: () => Promise<T>): Promise<T> => {
    const done = await writes.with(entries, work);
    for (const { to, notice } of notices) deps.background(deps.mails.notice({ email: to }, notice));
    return done;
  };
  const updating = (model: string, where: Where[] | undefined, change: Row) =>
    toldWhere(model, where, change, (row) => lineOfUpdate(model, row, change));
  const deleting = (model: string, where: Where[] | undefined) => toldWhere(model, where, {}, (row) => lineOfDelete(model, row));
  const audited: DBAdapter = {
    ...inner,
    async create(given) {
      const row: Row = { id: authId(given.model), ...given.data };
      const token = given.model === "apikey" ? writes.token() : null;
      const told = token
        ? { entries: [token(text(row.id))], notices: [] }
        : await toldOf(given.model, row, lineOfCreate(given.model, row), row);
      return write(told, () => inner.create({ ...given, data: row as typeof given.data, forceAllowId: true }));
    },
    update: async (given) => write(await updating(given.model, given.where, given.update), () => inner.update(given)),
    updateMany: async (given) => write(await updating(given.model, given.where, given.update), () => inner.updateMany(given)),
    incrementOne: async (given) => write(await updating(given.model, given.where, given.set ?? {}), () => inner.incrementOne(given)),
    delete: async (given) => write(await deleting(given.model, given.where), () => inner.delete(given)),
    deleteMany: async (given) => write(await deleting(given.model, given.where), () => inner.deleteMany(given)),
    consumeOne: async (given) => write(await deleting(given.model, given.where), () => inner.consumeOne(given)),
    // D1 has no transactions: better-auth's own writes follow one another, and each is atomic with its line.
    transaction: (work) => work(audited),
  };
  return audited;
}
