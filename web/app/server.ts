/** What Pages runs for a page: the server bundle's entry, re-exported by functions/[[path]].ts. */

import * as build from "virtual:react-router/server-build";
import { createPagesFunctionHandler } from "@react-router/cloudflare";
import { RouterContextProvider } from "react-router";
import { type Platform, platform } from "./api/platform.ts";

export const onRequest = createPagesFunctionHandler<Platform["env"]>({
  build,
  getLoadContext: ({ context }) => new RouterContextProvider(new Map([[platform, { env: context.cloudflare.env }]])),
});
