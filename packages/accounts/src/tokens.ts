/** API tokens as kept: their records' shape, and what each grants beside its hash. Made and checked by better-auth's API key plugin. */
import type { AuditEntry } from "@edgewright/audit";
import { Role, TokenScope } from "@edgewright/contracts";
import { z } from "zod";

/** For whom a token acts, and within which bounds. `organizationId` null: for the person who made it. */
export const TokenGrant = z.object({
  role: Role,
  scopes: z.array(TokenScope),
  organizationId: z.string().nullable(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
});
export type TokenGrant = z.infer<typeof TokenGrant>;

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
