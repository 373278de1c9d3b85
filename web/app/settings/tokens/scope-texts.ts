/** What a token's scopes let it do, in plain words. */
import { Role, TokenScope } from "@edgewright/contracts";

export const SCOPE_TEXTS: Record<TokenScope, { label: string; about: string }> = {
  "projects:read": { label: "See projects", about: "Their code, versions, conversations and previews" },
  "projects:write": { label: "Build and change projects", about: "Create, prompt, edit, restore and delete them" },
  "data:read": { label: "Read the data of apps", about: "Tables and rows" },
  "data:write": { label: "Change the data of apps", about: "Create, edit and delete rows" },
  "models:write": { label: "Change models and budgets", about: "Keys, the default model, limits of spending" },
  "usage:read": { label: "See usage", about: "Calls, tokens and cost" },
  "organization:read": { label: "See the organization", about: "Members, invites, domains, tokens and models" },
  "organization:write": { label: "Change the organization", about: "Members, roles, invites, domains; revoke tokens" },
  "audit:read": { label: "Read the audit log", about: "Who did what, and when" },
};

export const SCOPE_GROUPS: { label: string; scopes: TokenScope[] }[] = [
  { label: "Projects", scopes: ["projects:read", "projects:write", "data:read", "data:write"] },
  { label: "Organization", scopes: ["organization:read", "organization:write", "models:write", "usage:read", "audit:read"] },
];

export const ROLE_TEXTS: Record<Role, { label: string; about: string }> = {
  admin: { label: "Administrator", about: "All that its scopes name" },
  editor: { label: "Editor", about: "Builds and changes projects, but not the organization" },
  viewer: { label: "Viewer", about: "Only looks" },
};

/** The roles from one's own downwards: a token can never do more than whoever made it. */
export const rolesUpTo = (own: Role): Role[] => Role.options.slice(Role.options.indexOf(own));

/** A few scopes in words, for a row. */
export function scopesText(scopes: readonly TokenScope[]): string {
  if (scopes.length === TokenScope.options.length) return "Everything";
  return scopes.map((scope) => SCOPE_TEXTS[scope].label).join(", ");
}
