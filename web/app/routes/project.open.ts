/** `/projects/:slug/open?channel=&path=`: leads a member on to the app, signed in there, at that path. Where the app's host sends whom it does not know. */
import { OpenApp, type PreviewLink } from "@edgewright/contracts";
import { redirect } from "react-router";
import { load } from "../api/load.server.ts";
import { srcAt } from "../workspace/preview/frames.ts";
import type { Route } from "./+types/project.open.ts";

export async function loader(args: Route.LoaderArgs) {
  const { channel, path } = OpenApp.parse(Object.fromEntries(args.url.searchParams));
  const link = await load<PreviewLink>(args, `/api/projects/${encodeURIComponent(args.params.slug)}/previews`, { channel });
  // A token of a minute is in it.
  return redirect(srcAt(link.url, path), { headers: { "cache-control": "no-store" } });
}
