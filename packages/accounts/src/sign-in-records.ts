/** A person's sessions, ways to sign in and account as kept, and what the API needs of whoever keeps them (implemented in packages/db). */
import type { AuditEntry } from "@edgewright/audit";
import type { Membership, ProjectException } from "./ports.ts";

/** Times in milliseconds since 1970. */
export type SessionRecord = {
  id: string;
  userAgent: string | null;
  ip: string | null;
  place: string | null;
  createdAt: number;
  lastUsedAt: number;
};

/** A session with whose it is and what they belong to, as each request asks. Times in milliseconds since 1970. */
export type SignInRecord = {
  session: { id: string; activeOrganizationId: string | null; createdAt: number; updatedAt: number; expiresAt: number };
  user: { id: string; name: string; email: string; emailVerified: boolean; image: string | null; twoFactor: boolean };
  memberships: Membership[];
  exceptions: ProjectException[];
};

export type MethodRecords = {
  password: boolean;
  google: { accountId: string; linkedAt: number }[];
  passkeys: { id: string; name: string; createdAt: number | null }[];
};

export interface SignInRecords {
  /** Of a session's secret token, also of one that has expired; null: there is none. One question to the database. */
  find(token: string): Promise<SignInRecord | null>;
  /** Those that still hold, the one last used first. */
  sessions(userId: string, now: number): Promise<SessionRecord[]>;
  /** The session was used. */
  touch(sessionId: string, now: number): Promise<void>;
  /** Ends this session of the person's. */
  end(userId: string, sessionId: string, audit: AuditEntry): Promise<void>;
  /** Ends all of the person's but this one, also those that are not in the audit lines since they began a moment ago. */
  endOthers(userId: string, sessionId: string, audit: AuditEntry[]): Promise<void>;
  methods(userId: string): Promise<MethodRecords>;
}

/** An organization that is not deleted, as the deletion of one of its members sees it. */
export type OwnOrganization = { id: string; name: string; isAdmin: boolean; members: number; admins: number; projects: number };

export type AccountRemoval = {
  userId: string;
  /** Only this person belongs to them: they are deleted too. */
  alone: string[];
  now: number;
  audit: AuditEntry[];
};

export interface AccountRecords {
  organizations(userId: string): Promise<OwnOrganization[]>;
  /** The picture's address; null: none. */
  setPicture(userId: string, image: string | null, audit: AuditEntry): Promise<void>;
  /** One atomic write. "last_admin": others would be left without an administrator; nothing was written then. */
  remove(removal: AccountRemoval): Promise<"removed" | "last_admin">;
}
