/**
 * What Durable Objects and the compiler offer over Workers RPC. Each class in
 * `workers/objects` and `workers/compiler` implements one of these; callers hold
 * only the interface. Expected failures come back as `Outcome` values, since
 * exceptions lose their type across RPC.
 */
export * from "./attempt-limit.ts";
export * from "./automations.ts";
export * from "./compiler.ts";
export * from "./directory.ts";
export * from "./health.ts";
export * from "./job-schedule.ts";
export * from "./outcome.ts";
export * from "./project-data.ts";
export * from "./session-stream.ts";
export * from "./workspace.ts";
