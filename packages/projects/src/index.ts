/** Projects: their making and ending, their versions, and how two people's (or a person's and the agent's) changes meet. */
export { accessByVersion } from "./app-access.ts";
export * from "./create.ts";
export * from "./lifecycle.ts";
export { mergeFiles } from "./merge.ts";
export { nameFromPrompt } from "./name.ts";
export * from "./ports.ts";
export { projectHosts } from "./project-hosts.ts";
export { type PublishDeps, publishCurrent, showVersion } from "./publish-current.ts";
export * from "./save-edit.ts";
export * from "./save-version.ts";
export { parseSlug, slugCandidate, slugFromName } from "./slug.ts";
export { checkRestorable, type Differences, restoreConsequences, snapshotDifferences } from "./snapshots/differences.ts";
export { dataPlanner, protectData } from "./snapshots/protect.ts";
export { type RollBackResult, rollBack } from "./snapshots/roll-back.ts";
