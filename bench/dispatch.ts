/** Requests per second through dispatch: its own answer, a loaded app's server code, and that code with a query of its data. */
import { previewRequest } from "../tests/client.ts";
import { load } from "./load.ts";
import type { OneProcess } from "./one-process.ts";

const CONNECTIONS = 32;
const WARM_SECONDS = 2;

const SERVER = `import { Hono } from "hono";
const app = new Hono<{ Bindings: { DATA: { list(table: string): Promise<{ total: number }> } } }>();
app.get("/api/hello", (context) => context.json({ hello: "world" }));
app.get("/api/notes", async (context) => context.json({ total: (await context.env.DATA.list("notes")).total }));
export default app;
`;
const SCHEMA = { tables: [{ name: "notes", label: "Notes", columns: [{ name: "text", label: "Text", type: "text" }] }] };

export async function benchDispatch(platform: OneProcess, seconds: number) {
  const projectId = "dispatch";
  const files = {
    "index.html": '<!doctype html><html><head></head><body><script type="module" src="/src/main.tsx"></script></body></html>',
    "src/main.tsx": "export {};\n",
    "server/index.ts": SERVER,
    "data/schema.json": JSON.stringify(SCHEMA),
  };
  await platform.call("WORKSPACE", projectId, "setCurrent", [[{ projectId, version: 1, files }]]);
  const { origin, enter } = await platform.preview(projectId);
  const cookie = [(await previewRequest(enter)).headers["set-cookie"] ?? []].flat()[0]?.split(";")[0] ?? "";
  const first = performance.now();
  await previewRequest(`${origin}/api/hello`, { cookie });
  const firstCall = performance.now() - first;
  const target = { port: platform.port, host: new URL(origin).host, cookie, connections: CONNECTIONS };
  const measure = async (path: string) => (await load({ ...target, path, seconds: seconds + WARM_SECONDS })).slice(WARM_SECONDS);
  return { firstCall, alone: await measure("/_health"), app: await measure("/api/hello"), data: await measure("/api/notes") };
}
