/** API tokens: `ew_…`, a person's own or an organization's. Shown once; only a hash is kept. */
import { z } from "zod";
import { Role } from "./http.ts";

export const TOKEN_PREFIX = "ew_";
export const TOKEN_NAME_MAX = 80;

/** What a token may be for; which action needs which is in the permission table. */
export const TokenScope = z.enum([
  "projects:read",
  "projects:write",
  "data:read",
  "data:write",
  "models:write",
  "usage:read",
  "organization:read",
  "organization:write",
  "audit:read",
]);
export type TokenScope = z.infer<typeof TokenScope>;

export const ApiToken = z.object({
  id: z.string(),
  name: z.string(),
  /** Its first characters, to tell it from others. */
  start: z.string(),
  scopes: z.array(TokenScope),
  /** It may never do more than this role, whatever its owner's. */
  role: Role,
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;
export const ApiTokenList = z.object({ items: z.array(ApiToken) });
export type ApiTokenList = z.infer<typeof ApiTokenList>;
export const CreateToken = z.strictObject({
  name: z.string().trim().min(1, "Enter a name.").max(TOKEN_NAME_MAX, `At most ${TOKEN_NAME_MAX} characters.`),
  scopes: z.array(TokenScope).min(1, "Choose at least one scope."),
  role: Role.default("editor"),
  /** Days until it ends; null: never. */
  days: z.number().int().min(1).max(366).nullable().default(90),
});
export type CreateToken = z.infer<typeof CreateToken>;
export const CreatedToken = z.object({ token: ApiToken, secret: z.string() });
export type CreatedToken = z.infer<typeof CreatedToken>;

/** What is kept with a token's hash: for whom it acts, and within which bounds. `organizationId` null: for the person who made it. */
export const TokenGrant = z.object({
  role: Role,
  scopes: z.array(TokenScope),
  organizationId: z.string().nullable(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
});
export type TokenGrant = z.infer<typeof TokenGrant>;
