/** The log beyond its writing, as it is read, sealed, checked and shortened (implemented in packages/db). */
import type { ChainProof } from "./chain-check.ts";
import type { AuditEntry } from "./entry.ts";

export type AuditFilter = {
  scope: string;
  /** The person behind it, whether by themselves, by a token of theirs or by a job they asked for. */
  person: string | null;
  /** One action, or a family of them as `member.`. */
  action: string | null;
  project: string | null;
  /** From this time on, and up to but without that one. */
  from: number | null;
  to: number | null;
};

/** `number`: its place in its scope's chain, from 1; with the hash, null until it is sealed. */
export type AuditLine = Omit<AuditEntry, "scope"> & { number: number | null; hash: string | null; projectName: string | null };

/** The way along which pages are found. */
export type AuditPath = "audit_log_scope" | "audit_log_person" | "audit_log_action" | "audit_log_project";

export type AuditLinePage = { items: AuditLine[]; cursor: string | null };

/** What a sweep sealed. */
export type SealResult = {
  rows: number;
  /** Where each chain that grew ends now: told to the worker's log, which is out of the database's reach. */
  ends: { scope: string; number: number; hash: string }[];
  /** Scopes whose chain is not what was sealed, and which are left as they are. */
  broken: string[];
};

export type AuditTrail = {
  list(filter: AuditFilter, page: { cursor: string | null; limit: number }, path?: AuditPath): Promise<AuditLinePage>;
  /** Chosen once for many pages of one filter. */
  pathFor(filter: AuditFilter): Promise<AuditPath>;
  check(scope: string, from?: number): Promise<ChainProof>;
  seal(rowsMax?: number): Promise<SealResult>;
  removeExpired(): Promise<number>;
};
