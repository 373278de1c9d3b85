/** Addresses of previews with the token that opens them. Dispatch turns the token into a cookie of its own. */
import {
  type AppMember,
  type Holder,
  PREVIEW_TOKEN_PARAM,
  type PreviewAccess,
  previewAudience,
  type SeenAs,
  type Shown,
} from "@edgewright/contracts";
import { signToken } from "@edgewright/core";
import { edgeUrl } from "@edgewright/deployments";
import type { ProjectRecord } from "@edgewright/projects";
import type { Variables } from "../../env.ts";

/** So long a link to share is good, unless it is ended before. */
export const SHARE_SECONDS = 365 * 24 * 3600;

/** `todo.preview.localhost:8788` for the current version, `todo--draft.…` or `todo--v3.…` for others, `todo.apps.localhost:8788` for what is published. */
export function previewOrigin(variables: Variables, slug: string, channel: Shown): string {
  if (channel === "published") return edgeUrl(variables.APPS_ORIGIN, slug);
  const { protocol, host } = new URL(variables.PREVIEW_ORIGIN);
  return `${protocol}//${channel === "current" ? slug : `${slug}--${channel}`}.${host}`;
}

export async function previewLink(
  variables: Variables,
  project: ProjectRecord,
  access: { use: "handover" | "share"; channel: Shown; user: AppMember | null; holder: Holder; as?: SeenAs; seconds: number },
): Promise<{ url: string; origin: string }> {
  const claims: PreviewAccess = { projectId: project.id, use: access.use, user: access.user, holder: access.holder, as: access.as };
  const options = {
    secret: variables.PREVIEW_SECRET,
    audience: previewAudience(project.id, access.channel),
    expiresInSeconds: access.seconds,
  };
  const origin = previewOrigin(variables, project.slug, access.channel);
  return { url: `${origin}/?${PREVIEW_TOKEN_PARAM}=${await signToken(claims, options)}`, origin };
}
