/** GitHub: an organization's connection, a project's repository, what brings both to the same state, and what events there set off. */
export { beginConnect, type ConnectDeps, disconnect, finishConnect, notConfigured } from "./connect.ts";
export type { SyncDeps } from "./deps.ts";
export { handleDelivery } from "./events/handle-delivery.ts";
export { type Received, receive } from "./events/receive.ts";
export { linkProject, unlinkProject, usableInstallation } from "./link.ts";
export * from "./ports.ts";
export { sweepGitHub, syncSoon } from "./sweep.ts";
export { LEASE_MS, type Synced, syncProject, type Taken } from "./sync.ts";
export { connectionView, projectGitHub } from "./view.ts";
