/** What the first jobs after a start would wait for: each checker with the types that every app begins with, and the code that boots one. */
import { templateFiles } from "@edgewright/app-kit/template";
import { bootPage } from "./boot-page.ts";
import { everyChecker } from "./checker-slots.ts";

export async function warm(loader: WorkerLoader): Promise<void> {
  const files = templateFiles();
  await Promise.all(everyChecker(loader).map((checker) => checker.check({ files })));
  await bootPage(loader, files);
}
