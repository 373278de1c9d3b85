/** API tokens: how they are kept, made and revoked. */
export { makeToken, revokeToken, TOKENS_MAX, type TokenDeps, type TokenIssuing, type TokenOwner, tokenView } from "./change-tokens.ts";
export type * from "./ports.ts";
