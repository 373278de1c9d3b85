/** What the platform wants of better-auth's routes beyond what they do by themselves. */
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { decodeJwt } from "jose";
import { personName } from "../person-name.ts";

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** A session that began within this time stands for a password that somebody does not have. */
const FRESH_MS = 60 * 60_000;

const NAMED: ReadonlySet<string> = new Set(["/sign-up/email", "/update-user"]);
const GUARDED: ReadonlySet<string> = new Set([
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/generate-backup-codes",
  "/passkey/delete-passkey",
  "/change-email",
]);

export const beforeAuth = createAuthMiddleware(async (ctx) => {
  if (NAMED.has(ctx.path)) return withName(ctx);
  // Whoever learnt the old password is out as well.
  if (ctx.path === "/change-password") return { context: { body: { ...ctx.body, revokeOtherSessions: true } } };
  if (GUARDED.has(ctx.path)) await expectFresh(ctx);
});

/** The picture is no address of anybody's choice: it has an operation of its own. */
function withName(ctx: Context) {
  if (ctx.body?.image !== undefined) throw new APIError("BAD_REQUEST", { code: "PICTURE_IS_ELSEWHERE", message: "No picture here" });
  const name = personName(ctx.body?.name);
  if (name === null) throw new APIError("BAD_REQUEST", { code: "INVALID_NAME", message: "A name has 1 to 80 characters." });
  return { context: { body: { ...ctx.body, name } } };
}

/** Where better-auth asks for the password, people without one show that they have just signed in. */
async function expectFresh(ctx: Context): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  if (!session || Date.now() - session.session.createdAt.getTime() < FRESH_MS) return;
  const credential = await ctx.context.internalAdapter.findCredentialAccount(session.user.id);
  const asksPassword = ctx.path.startsWith("/two-factor/") && Boolean(credential?.password);
  if (!asksPassword) throw new APIError("FORBIDDEN", { code: "SESSION_NOT_FRESH", message: "Session is not fresh" });
}

export const afterAuth = createAuthMiddleware(async (ctx) => {
  if (ctx.path === "/verify-email" && succeeded(ctx.context.returned)) await renewAfterChange(ctx);
});

function succeeded(returned: unknown): boolean {
  if (!isAPIError(returned)) return true;
  const location = new Headers(returned.headers).get("location");
  return location !== null && !new URL(location, "http://localhost").searchParams.has("error");
}

/** Once the address has changed every session ends; the one that did it goes on as a new one. */
async function renewAfterChange(ctx: Context): Promise<void> {
  const { requestType, userId } = decodeJwt<{ requestType?: string; userId?: string }>(String(ctx.query?.token));
  if (requestType !== "change-email-verification" || userId === undefined) return;
  const { internalAdapter, newSession } = ctx.context;
  await internalAdapter.deleteUserSessions(userId);
  const user = newSession && (await internalAdapter.findUserById(userId));
  if (!user) return;
  const session = await internalAdapter.createSession(userId, false, newSession.session);
  await setSessionCookie(ctx, { session, user });
}

/** Whether the link of a confirmation belongs to a change of address, by the token in it. */
export const isChangeOfAddress = (token: string): boolean => decodeJwt(token).requestType === "change-email-verification";
