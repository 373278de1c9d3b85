/** `edgewright-app build`, `start` and `dev`, in the folder of an app. Started by bin.js. */
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { log } from "@edgewright/core";
import { addressOf, settingsOf } from "../own/settings.ts";
import { build, devServer } from "./build.ts";
import { BUILT, openFolder } from "./open-folder.ts";
import { listenerOf, listenLive } from "./serve.ts";

const ROOT = process.cwd();
/** Variables beside the app; those of the environment itself win. */
const ENV_FILE = join(ROOT, ".env");

async function run(command: string): Promise<void> {
  if (command === "build") return build(ROOT);
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
  const settings = settingsOf(process.env);
  if (!settings.ok) return stop(settings.error);
  const { port, host } = settings.value;
  if (command === "start" && !existsSync(join(ROOT, BUILT.pages, "index.html")))
    return stop({ message: "The app is not built.", next: "Run npm run build, or npm start, which does both." });
  const folder = await openFolder(ROOT, settings.value);
  if (!folder.ok) return stop(folder.error);
  const { app } = folder.value;
  const server = createServer();
  server.on("request", command === "dev" ? await devServer(ROOT, server, app) : listenerOf(app));
  listenLive(server, folder.value);
  server.on("error", ({ message }) => stop({ message, next: "Set PORT to one that is free." }));
  server.listen(port, host, () => {
    console.log(`${app.manifest.name} is at ${addressOf(settings.value)}`);
    if (app.local) console.log("Nobody signs in: it is open to this computer alone.");
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(0));
}

function stop({ message, next }: { message: string; next?: string | undefined }): void {
  console.error([message, next].filter(Boolean).join(" "));
  process.exitCode = 1;
}

const command = process.argv[2] ?? "start";
if (["build", "start", "dev"].includes(command))
  run(command).catch((error) => log.error("the app could not be served", { error: String(error) }));
else stop({ message: `There is no command ${command}.`, next: "There are build, start and dev." });
