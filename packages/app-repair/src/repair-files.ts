/** All repairs of an app: of its code in the checker, which may be elsewhere, and of the data files beside it. Used by workers/compiler. */

import type { CheckInput } from "@edgewright/app-check";
import { checkDataFiles } from "@edgewright/app-check";
import type { FileChange, FileMap, Finding } from "@edgewright/contracts";
import type { AppRepairs } from "./repair-app.ts";
import { repairDataFiles } from "./repair-data-files.ts";

/** A `Checker`, here or in an isolate. */
type Remote = {
  check(input: CheckInput): Finding[] | Promise<Finding[]>;
  repair(input: CheckInput): AppRepairs | Promise<AppRepairs>;
};

/** Code first: whether a name is misspelt there or in the schema shows in how often it is used. */
export async function repairFiles(checker: Remote, { files, changed }: CheckInput): Promise<AppRepairs> {
  const types = await checker.repair({ files, changed });
  const typed = withChanges(files, types.changes);
  const data = repairDataFiles(typed);
  const repaired = withChanges(typed, data.changes);
  const findings = data.changes.length === 0 ? types.findings : await checker.check({ files: repaired, changed });
  return {
    changes: Object.keys(repaired).flatMap((path) => (repaired[path] === files[path] ? [] : [{ path, text: repaired[path] ?? null }])),
    repaired: [...types.repaired, ...data.repaired],
    findings: [...checkDataFiles(repaired), ...findings],
  };
}

function withChanges(files: FileMap, changes: readonly FileChange[]): FileMap {
  const next = { ...files };
  for (const { path, text } of changes) if (text !== null) next[path] = text;
  return next;
}
