/** Loads an app's browser side in an isolate and renders it there. Exceptions come back as findings. */
import { type BootError, bootFinding, bootModules } from "@edgewright/app-check/boot";
import type { FileMap, Finding } from "@edgewright/contracts";
import { z } from "zod";
import script from "../../../dist/boot/boot.txt";
import { appIsolateCode } from "./isolate-code.ts";
import type BootIsolate from "./isolates/boot.ts";

/** The app ran in the isolate and may have changed what it tells. */
const Told = z.array(z.object({ message: z.string(), stack: z.string(), components: z.string(), path: z.string() })).max(100);

export async function bootPage(loader: WorkerLoader, files: FileMap): Promise<Finding[]> {
  const { entry, modules, findings } = await bootModules(files);
  if (findings.length > 0) return findings;
  const paths = Object.keys(modules);
  const index = [
    ...paths.map((path, position) => `import m${position} from ${JSON.stringify(`./${nameOf(path)}`)};`),
    `export const entry = ${JSON.stringify(entry)};`,
    `export const modules = { ${paths.map((path, position) => `[${JSON.stringify(path)}]: m${position}`).join(", ")} };`,
  ].join("\n");
  const app = Object.fromEntries(paths.map((path) => [nameOf(path), { js: `export default ${modules[path]}` }]));
  // Loaded without a name, it is gone when the check is over: an app is booted once as it is.
  const isolate = loader.load(appIsolateCode("boot.js", { "boot.js": { js: script }, "app.js": { js: index }, ...app }));
  const isAppFile = (path: string) => Object.hasOwn(files, path);
  try {
    const errors = Told.parse(await isolate.getEntrypoint<BootIsolate>().boot());
    return errors.map((error) => bootFinding(error, isAppFile, entry));
  } catch (error) {
    return [bootFinding(failureOf(error), isAppFile, entry)];
  }
}

/** `src/notes.md?raw` is a module of its own, and no address with a query. */
const nameOf = (id: string): string => id.replaceAll("?", "~");

/** The isolate itself did not start or was stopped. */
const failureOf = (error: unknown): BootError => {
  const message = error instanceof Error ? error.message : String(error);
  return { message, stack: `${message}\n${error instanceof Error ? error.stack : ""}`, components: "", path: "/" };
};
