/**
 * What the first jobs after a start would wait for: each checker with the types that every app begins with, the code that boots one,
 * and the compiler's own code, which the engine makes fast only once it has run. An app is checked in half the time after a second run.
 */
import { templateFiles } from "@edgewright/app-kit/template";
import type { FileMap } from "@edgewright/contracts";
import { bootPage } from "./boot-page.ts";
import { everyChecker } from "./checker-slots.ts";

export async function warm(loader: WorkerLoader): Promise<void> {
  const files = templateFiles();
  const checkers = everyChecker(loader);
  await Promise.all(checkers.map((checker) => checker.check({ files })));
  await bootPage(loader, files);
  // One after the other, so that a job that comes meanwhile finds one that is free.
  for (const checker of checkers) await checker.check({ files: asChanged(files) });
}

/** Other files to a checker, which keeps what it found in those that it knows. */
const asChanged = (files: FileMap): FileMap =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, /\.tsx?$/.test(path) ? `${text}\n` : text]));
