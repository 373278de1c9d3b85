/** Operations on tokens. */
import type { Operation } from "../../http/operation.ts";
import { createOwnToken } from "./create-own-token.ts";
import { createToken } from "./create-token.ts";
import { listOwnTokens } from "./list-own-tokens.ts";
import { listTokens } from "./list-tokens.ts";
import { revokeOwnToken } from "./revoke-own-token.ts";
import { revokeToken } from "./revoke-token.ts";

export const TOKENS: readonly Operation[] = [listOwnTokens, createOwnToken, revokeOwnToken, listTokens, createToken, revokeToken];
