/** The platform's own checks of an app, in Node, in the shape of a job's compiler. Used by tests that run whole jobs. */
import { checkDataFiles } from "@edgewright/app-check";
import type { FileMap, Finding } from "@edgewright/contracts";
import { sharedChecker } from "../../../packages/app-check/tools/open-checker.ts";

/** What is wrong with an app's types and data files. */
export async function appChecks(): Promise<(files: FileMap) => Finding[]> {
  const checker = await sharedChecker();
  return (files) => [...checkDataFiles(files), ...checker.check({ files })];
}
