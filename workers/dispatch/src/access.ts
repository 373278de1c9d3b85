/**
 * Who stands before an app: a short-lived token from the workspace becomes this host's own cookie. Token and cookie
 * are for one host of one project, so neither opens another one.
 */
import { PREVIEW_TOKEN_PARAM, PreviewAccess, previewAudience, type Shown } from "@edgewright/contracts";
import { signToken, verifyToken } from "@edgewright/core";
import { ACCESS_COOKIE, accessCookie } from "./app-cookie.ts";

const COOKIE_SECONDS = 12 * 3600;

/** The host that is asked, and the secret that tokens are signed with. */
export type PreviewGate = { projectId: string; shown: Shown; secret: string };

async function verify(token: string, { projectId, shown, secret }: PreviewGate): Promise<PreviewAccess | null> {
  const access = await verifyToken(token, PreviewAccess, { secret, audience: previewAudience(projectId, shown) });
  return access?.projectId === projectId ? access : null;
}

/** The access that the cookie names. Whether it still holds is asked with each request. */
export async function cookieOf(request: Request, door: PreviewGate): Promise<PreviewAccess | null> {
  const cookie = accessCookie(request.headers.get("cookie") ?? "");
  const access = cookie === null ? null : await verify(cookie, door);
  return access?.use === "cookie" ? access : null;
}

/** What the token in the address opens: a hand-over for a member or a share link for anyone. Null: nothing here. */
export async function tokenOf(token: string, door: PreviewGate): Promise<PreviewAccess | null> {
  const access = await verify(token, door);
  return access && access.use !== "cookie" ? access : null;
}

/** The token in the address of a page. */
export const tokenIn = (request: Request): string | null =>
  request.method === "GET" ? new URL(request.url).searchParams.get(PREVIEW_TOKEN_PARAM) : null;

/** To the same address without the token, which the app must never see; with the cookie that stands for it, if it opens this host. */
export async function withoutToken(request: Request, access: PreviewAccess | null, door: PreviewGate): Promise<Response> {
  const target = new URL(request.url);
  target.searchParams.delete(PREVIEW_TOKEN_PARAM);
  // The whole address: of a path alone, `//elsewhere` would be another host.
  const headers = new Headers({ location: target.href, "cache-control": "no-store" });
  if (access) headers.append("set-cookie", await cookieFor(access, door, request.headers.get("sec-fetch-dest") === "document"));
  return new Response(null, { status: 303, headers });
}

/** In the workspace's frame the host is a third party, which only a partitioned cookie for all sites suits; a window of its own needs no more than Lax. */
async function cookieFor(access: PreviewAccess, { projectId, shown, secret }: PreviewGate, ownWindow: boolean): Promise<string> {
  const claims: PreviewAccess = { ...access, use: "cookie" };
  const audience = previewAudience(projectId, shown);
  const cookie = await signToken(claims, { secret, audience, expiresInSeconds: COOKIE_SECONDS });
  const site = ownWindow ? "SameSite=Lax" : "SameSite=None; Partitioned";
  return `${ACCESS_COOKIE}=${cookie}; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; Secure; ${site}`;
}
