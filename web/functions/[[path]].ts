/** Every address that is not a file and not the API: a page, rendered by the server bundle. */
import { createPagesFunctionHandler } from "@react-router/cloudflare";
import { RouterContextProvider, type ServerBuild } from "react-router";
import { type Platform, platform } from "../app/api/platform.ts";

// Through `as string`, since the bundle does not exist for the type checker before `react-router build`.
const server: Promise<ServerBuild> = import("../build/server/index.js" as string);

export const onRequest = createPagesFunctionHandler<Platform["env"]>({
  build: () => server,
  getLoadContext: ({ context }) => {
    const provider = new RouterContextProvider();
    provider.set(platform, { env: context.cloudflare.env });
    return provider;
  },
});
