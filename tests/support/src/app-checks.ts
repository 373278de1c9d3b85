/** The platform's own checks of an app, in Node, in the shape of a job's compiler. Used by tests that run whole jobs. */
import { checkDataFiles } from "@edgewright/app-check";
import type { FileMap, Finding } from "@edgewright/contracts";
import { openChecker } from "../../../packages/app-check/tools/open-checker.ts";

let opened: ReturnType<typeof openChecker> | null = null;

/** What is wrong with an app's types and data files. The checker is opened once in a process, which takes a second or two. */
export async function appChecks(): Promise<(files: FileMap) => Finding[]> {
  opened ??= openChecker();
  const checker = await opened;
  return (files) => [...checkDataFiles(files), ...checker.check({ files })];
}
