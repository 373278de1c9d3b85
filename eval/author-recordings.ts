/**
 * `npm run eval:author`: writes eval/recordings from the reference apps, which must pass the platform's own checker.
 * Recordings of a real model come from `npm run eval -- --record DIR`. See docs/evals.md.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkDataFiles } from "@edgewright/app-check";
import { openChecker } from "../packages/app-check/tools/open-checker.ts";
import { loadTasks } from "./load-tasks.ts";
import { RECORDINGS, TASKS } from "./options.ts";
import { recordingOf, recordingText } from "./recording.ts";
import { appsOf, readReference, referenceIds } from "./reference.ts";

const checker = await openChecker();
const tasks = loadTasks(TASKS, referenceIds());
mkdirSync(RECORDINGS, { recursive: true });
for (const task of tasks) {
  const turns = readReference(task.id);
  for (const [index, files] of appsOf(turns).entries()) {
    const findings = [...checkDataFiles(files), ...checker.check({ files })];
    for (const { file, line, code, message } of findings)
      console.error(`${task.id}, turn ${index + 1}: ${file}:${line} ${code} ${message}`);
    if (findings.length > 0) process.exitCode = 1;
  }
  writeFileSync(join(RECORDINGS, `${task.id}.json`), recordingText(recordingOf(task, turns)));
}
