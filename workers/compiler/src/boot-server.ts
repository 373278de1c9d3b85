/** Loads an app's server code in an isolate of its own, as dispatch does, without sending it a request. */
import { SERVER_ENTRY, serverBuild, serverModules, sourceLine } from "@edgewright/app-build";
import type { FileMap, Finding, ServerBuild } from "@edgewright/contracts";
import { z } from "zod";
import script from "../../../dist/boot/server.txt";
import { appIsolateCode } from "./isolate-code.ts";
import type ServerIsolate from "./isolates/server.ts";

const AT = /\bapp\.js:(\d+)(?::(\d+))?/;

/** The app ran in the isolate and may have changed what it tells. */
const Told = z.string().nullable();

export async function bootServer(loader: WorkerLoader, files: FileMap): Promise<Finding[]> {
  const { build, findings } = await serverBuild(files);
  if (!build || findings.length > 0) return findings;
  const modules = Object.fromEntries(Object.entries(serverModules(build.code)).map(([name, js]) => [name, { js }]));
  const isolate = loader.load(appIsolateCode("server.js", { ...modules, "server.js": { js: script }, "app.js": { js: build.code } }));
  const failure = await isolate
    .getEntrypoint<ServerIsolate>()
    .load()
    .then((told) => Told.parse(told))
    .catch((error: unknown) => String(error));
  return failure === null ? [] : [serverFinding(build, failure)];
}

function serverFinding(build: NonNullable<ServerBuild>, failure: string): Finding {
  const [, line = "0", column = "0"] = AT.exec(failure) ?? [];
  const at = sourceLine(build, Number(line));
  const message = failure.split("\n")[0] ?? failure;
  return { file: at?.file ?? SERVER_ENTRY, line: at?.line ?? 0, column: at ? Number(column) : 0, code: "BOOT", message };
}
