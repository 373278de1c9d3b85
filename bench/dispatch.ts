/** Requests per second through dispatch: its own answer, a loaded app's server code, and that code with a query of its data. */
import { previewRequest } from "../tests/platform/client.ts";
import { load } from "./load.ts";
import type { OneProcess } from "./one-process.ts";
import { timed } from "./row.ts";

const CONNECTIONS = 32;
const WARM_SECONDS = 2;

const SERVER = `import { Hono } from "hono";
const app = new Hono<{ Bindings: { DATA: { list(table: string): Promise<{ total: number }> } } }>();
app.get("/api/hello", (context) => context.json({ hello: "world" }));
app.get("/api/notes", async (context) => context.json({ total: (await context.env.DATA.list("notes")).total }));
export default app;
`;
const SCHEMA = { tables: [{ name: "notes", label: "Notes", columns: [{ name: "text", label: "Text", type: "text" }] }] };

const FILES = {
  "index.html": '<!doctype html><html><head></head><body><script type="module" src="/src/main.tsx"></script></body></html>',
  "src/main.tsx": "export {};\n",
  "server/index.ts": SERVER,
  "data/schema.json": JSON.stringify(SCHEMA),
};

/** Makes an app and lets a member in. `firstCall` is the time of the first request to its server code. */
async function openApp(platform: OneProcess, projectId: string) {
  await platform.call("WORKSPACE", projectId, "setCurrent", [[{ projectId, version: 1, files: FILES }]]);
  const { origin, enter } = await platform.preview(projectId);
  const cookie = [(await previewRequest(enter)).headers["set-cookie"] ?? []].flat()[0]?.split(";")[0] ?? "";
  const firstCall = await timed(() => previewRequest(`${origin}/api/hello`, { cookie }));
  return { host: new URL(origin).host, cookie, firstCall };
}

export async function benchDispatch(platform: OneProcess, seconds: number, apps: number) {
  const firstCall: number[] = [];
  for (let app = 1; app < apps; app++) firstCall.push((await openApp(platform, `dispatch${app}`)).firstCall);
  const { host, cookie, firstCall: last } = await openApp(platform, "dispatch");
  const target = { port: platform.dispatchPort, host, cookie, connections: CONNECTIONS };
  const measure = async (path: string) => (await load({ ...target, path, seconds: seconds + WARM_SECONDS })).slice(WARM_SECONDS);
  const [alone, app, data] = [await measure("/_health"), await measure("/api/hello"), await measure("/api/notes")];
  return { firstCall: [...firstCall, last], alone, app, data };
}
