/** API tokens as kept. Made and checked by better-auth's API key plugin. */
import type { AuditEntry } from "@edgewright/audit";
import type { TokenGrant } from "@edgewright/contracts";

/** Times in milliseconds since 1970. */
export type TokenRecord = {
  id: string;
  name: string;
  start: string;
  grant: TokenGrant;
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
};

/** `ownerId`: a person's or an organization's. */
export interface TokenRecords {
  /** Newest first. */
  list(ownerId: string): Promise<TokenRecord[]>;
  find(ownerId: string, id: string): Promise<TokenRecord | null>;
  /** From then on it is refused. False when it was not there any more; nothing was written then. */
  revoke(ownerId: string, id: string, audit: AuditEntry): Promise<boolean>;
}
