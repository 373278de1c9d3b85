/**
 * Who stands before a preview: a short-lived token from the workspace becomes this
 * host's own cookie, partitioned, since the preview lives in a frame of another site.
 */
import { type AppMember, PREVIEW_TOKEN_PARAM, PreviewAccess, previewAudience } from "@edgewright/contracts";
import { signToken, verifyToken } from "@edgewright/core";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";

const COOKIE = "ew_access";
const COOKIE_SECONDS = 12 * 3600;

/** Who the cookie says is there; null: a visitor with the share link. What they may do is asked anew each time. */
export type Holder = { user: AppMember | null };

const verify = (token: string, secret: string, projectId: string) =>
  verifyToken(token, PreviewAccess, { secret, audience: previewAudience(projectId) });

export async function visitOf(context: Context, secret: string, projectId: string): Promise<Holder | null> {
  const cookie = getCookie(context, COOKIE);
  const access = cookie === undefined ? null : await verify(cookie, secret, projectId);
  return access?.use === "cookie" && access.projectId === projectId ? { user: access.user } : null;
}

/** The token in the address, if there is one: a hand-over for a member or a share link for anyone. */
export async function tokenOf(url: URL, secret: string, projectId: string): Promise<PreviewAccess | null> {
  const token = url.searchParams.get(PREVIEW_TOKEN_PARAM);
  const access = token === null ? null : await verify(token, secret, projectId);
  return access && access.use !== "cookie" && access.projectId === projectId ? access : null;
}

/** To the same address without the token, with the cookie that stands for it. */
export async function admit(url: URL, secret: string, access: PreviewAccess): Promise<Response> {
  const claims: PreviewAccess = { ...access, use: "cookie" };
  const cookie = await signToken(claims, { secret, audience: previewAudience(access.projectId), expiresInSeconds: COOKIE_SECONDS });
  const target = new URL(url);
  target.searchParams.delete(PREVIEW_TOKEN_PARAM);
  return new Response(null, {
    status: 303,
    headers: {
      location: target.pathname + target.search,
      "set-cookie": `${COOKIE}=${cookie}; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; Secure; SameSite=None; Partitioned`,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
  });
}
