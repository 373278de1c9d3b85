/** What access hangs on, as kept, and the connections that are bound to it (implemented in packages/db). */
import type { AppVisibility, Grant, Holder, LiveObject, Role, TokenGrant } from "@edgewright/contracts";

/** All that decides what grants on one project are worth, read at one moment. */
export type AccessFacts = {
  /** Not one that was deleted, by itself or with its organization. */
  project: {
    organizationId: string;
    currentVersion: number | null;
    shareNumber: number;
    /** null: it is not published. */
    published: { version: number; visibility: AppVisibility; linkNumber: number } | null;
  } | null;
  /** Sessions that hold, and whose they are. */
  sessions: ReadonlyMap<string, string>;
  /** Tokens that hold: their owner, a person's or an organization's id, and their bounds. */
  tokens: ReadonlyMap<string, { ownerId: string; grant: TokenGrant }>;
  /** By person: the role in the project's organization, the one on this project where it is another, and those in its app. */
  members: ReadonlyMap<string, { role: Role; exception: Role | null; appRoles: readonly string[] }>;
};

/** A connection whose access may have changed. `mark` stands for that change. */
export type MarkedConnection = { object: LiveObject; mark: string };

export interface AccessRecords {
  facts(projectId: string, holders: readonly Holder[], now: number): Promise<AccessFacts>;
  /** From now on, what changes the access of `grant` marks this object. */
  connect(object: LiveObject, grant: Grant): Promise<void>;
  disconnect(object: LiveObject, signIn: string): Promise<void>;
  marked(limit: number): Promise<MarkedConnection[]>;
  /** The object has looked at the marked ones of its connections; `left` are the sign-ins it still has. */
  looked(object: LiveObject, marks: readonly string[], left: readonly string[]): Promise<void>;
}
