/** Who a preview host has in front of it: the claims of the hand-over token and of the host's own cookie. */
import { z } from "zod";
import { Holder } from "./access.ts";
import { AppMember, SeenAs } from "./app.ts";
import { OpenPreview } from "./http.ts";
import type { Channel } from "./rpc/workspace.ts";

/** `user` null is a visitor with the share link. `holder` is what it was made under, and ends with. `as`: the member looks at the app as somebody else would. */
export const PreviewAccess = z.object({
  projectId: z.string(),
  use: z.enum(["handover", "cookie", "share"]),
  user: AppMember.nullable(),
  holder: Holder,
  as: SeenAs.optional(),
});
export type PreviewAccess = z.infer<typeof PreviewAccess>;

/** The query parameter that carries a hand-over or share token to a preview host. */
export const PREVIEW_TOKEN_PARAM = "ew_token";
/** What a host shows of a project: a channel of what is being built, or what is published. */
export type Shown = Channel | "published";
/** A token is good for one host. */
export const previewAudience = (projectId: string, shown: Shown) => `preview:${projectId}:${shown}`;

const PATH_MAX = 4000;

/** The query of the platform's page that hands a member over to an app: which of its versions, and where in it. What cannot be meant leads to its start. */
export const OpenApp = OpenPreview.extend({
  channel: OpenPreview.shape.channel.catch("current"),
  path: z.string().max(PATH_MAX).catch("/"),
});

/** The address of that page, on the platform. */
export const openAppPath = (slug: string, channel: Shown, path: string): string =>
  `/projects/${slug}/open?${new URLSearchParams(path.length > PATH_MAX ? { channel } : { channel, path })}`;
