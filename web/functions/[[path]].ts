/** Every address that is not a file and not the API: a page. All of it is in the server bundle. */
import type * as server from "../app/server.ts";

// Through `as string`, since the bundle does not exist for the type checker before `react-router build`.
const bundle: Promise<typeof server> = import("../build/server/index.js" as string);

export const onRequest: typeof server.onRequest = async (context) => (await bundle).onRequest(context);
