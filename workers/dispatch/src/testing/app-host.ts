/** A running app for dispatch's tests: its code, who visits it, and what its host answers. */
import { env, exports } from "cloudflare:workers";
import {
  type AppAccess,
  type AppMember,
  type Holder,
  PREVIEW_TOKEN_PARAM,
  type PreviewAccess,
  previewAudience,
  type Shown,
} from "@edgewright/contracts";
import { signToken } from "@edgewright/core";
import { ACCESS_COOKIE } from "../app-cookie.ts";
import type { Env } from "../env.ts";

const bindings = env as unknown as Env;
type Stand = { set(app: Partial<AppAccess> & { code?: string | null }): Promise<void> };

export const ORIGIN = "https://todo.previews.example";
export const member = (id: string): AppMember => ({ id, name: id, email: `${id}@example.com`, role: "admin" });

/** Dispatch keeps for a moment what a sign-in or a link is worth: each app that is set has others. */
let apps = 0;
export const setApp = (app: Partial<AppAccess> & { code?: string | null }): Promise<void> => {
  apps++;
  return (bindings.WORKSPACE.get(bindings.WORKSPACE.idFromName("prj_todo")) as unknown as Stand).set(app);
};
const holderOf = (user: AppMember | null): Holder =>
  user === null ? { kind: "link", number: apps } : { kind: "session", id: `ses_${apps}`, userId: user.id };

/** `use` null user: a visitor with the share link. */
export const tokenFor = (
  user: AppMember | null,
  use: PreviewAccess["use"],
  channel: Shown = "current",
  projectId = "prj_todo",
  as?: string,
) =>
  signToken(
    { projectId, use, user, holder: holderOf(user), as },
    { secret: bindings.PREVIEW_SECRET, audience: previewAudience(projectId, channel), expiresInSeconds: 60 },
  );

export const cookieFor = async (user: AppMember | null, channel: Shown = "current", projectId = "prj_todo", as?: string) =>
  `${ACCESS_COOKIE}=${await tokenFor(user, "cookie", channel, projectId, as)}`;

const worker = (exports as unknown as { default: Fetcher }).default;

export const ask = (path: string, init: RequestInit & { origin?: string } = {}): Promise<Response> =>
  worker.fetch(`${init.origin ?? ORIGIN}${path}`, { redirect: "manual", ...init });

export async function askAs(user: AppMember | null, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("cookie", [headers.get("cookie"), await cookieFor(user)].filter(Boolean).join("; "));
  if (init.method && !headers.has("origin")) headers.set("origin", ORIGIN);
  return ask(path, { ...init, headers });
}

/** The app's server, as the build leaves it: one module that answers a request. */
export const serverCode = (body: string): string => `export default { async fetch(request, env, context) { ${body} } };`;

export const tokenParam = PREVIEW_TOKEN_PARAM;
