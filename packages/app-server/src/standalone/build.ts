/** The page and the server code of an app, built and served anew by Vite with the plugins that every app needs. The app may have a `vite.config.ts` of its own. */
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import type { InlineConfig, PluginOption } from "vite";
import type { OwnApp, ServerCode } from "../own/host.ts";
import { BUILT } from "./open-folder.ts";
import { type Listener, listenerOf } from "./serve.ts";

const SERVER_ENTRY = "server/index.ts";

/** Vite and its plugins are the app's own, which builds with them and is served without. */
async function configOf(root: string): Promise<{ vite: typeof import("vite"); config: InlineConfig }> {
  const [vite, { default: react }, { default: tailwind }] = await Promise.all([
    import("vite"),
    import("@vitejs/plugin-react") as Promise<{ default: () => PluginOption }>,
    import("@tailwindcss/vite") as Promise<{ default: () => PluginOption }>,
  ]);
  const config = {
    root,
    logLevel: "warn",
    resolve: { alias: { "@": join(root, "src") } },
    plugins: [react(), tailwind()],
  } satisfies InlineConfig;
  return { vite, config };
}

export async function build(root: string): Promise<void> {
  const { vite, config } = await configOf(root);
  await vite.build({ ...config, build: { outDir: BUILT.pages, emptyOutDir: true } });
  if (existsSync(join(root, SERVER_ENTRY)))
    await vite.build({ ...config, publicDir: false, build: { ssr: SERVER_ENTRY, outDir: "dist/server", emptyOutDir: true } });
}

/** The page and the server code from their sources: a change of them shows at once. */
export async function devServer(root: string, server: Server, app: OwnApp): Promise<Listener> {
  const { vite, config } = await configOf(root);
  const { middlewares, ssrLoadModule } = await vite.createServer({ ...config, server: { middlewareMode: { server }, hmr: { server } } });
  const serverCode = async (): Promise<ServerCode | null> =>
    existsSync(join(root, SERVER_ENTRY)) ? ((await ssrLoadModule(`/${SERVER_ENTRY}`)).default as ServerCode) : null;
  const listener = listenerOf({ ...app, serverCode });
  return async (request, response) => {
    if (/^\/(_app|api|_health)(\/|$|\?)/.test(request.url ?? "")) return listener(request, response);
    return void middlewares(request, response);
  };
}
