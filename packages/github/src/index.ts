/** GitHub: an organization's connection, a project's repository, what brings both to the same state, and what events there set off. */
export { beginConnect, type ConnectDeps, disconnect, finishConnect, notConfigured } from "./connect.ts";
export type { SyncDeps } from "./deps.ts";
export { handleDelivery } from "./events/handle-delivery.ts";
export { type Received, receive } from "./events/receive.ts";
export { followRepository } from "./follow-repository.ts";
export { linkProject, unlinkProject, usableInstallation } from "./link.ts";
export * from "./ports.ts";
export { conflictsOf, resolveStop } from "./resolve.ts";
export { createRule, removeRule, updateRule } from "./rules/change-rules.ts";
export { onTaken } from "./rules/match-events.ts";
export type { RuleRunDeps } from "./rules/run-deps.ts";
export { tellRuns } from "./rules/tell-runs.ts";
export { sweepGitHub, syncSoon } from "./sweep.ts";
export { LEASE_MS, type Synced, syncProject, type Taken } from "./sync.ts";
export { connectionView, projectGitHub } from "./view.ts";
