/** A codegen job's run, and what others need of it: its ports, its hold on a job, its tools, an app's files at work, a turn with a model. */
export * from "./run/lease.ts";
export * from "./run/ports.ts";
export * from "./run/run-job.ts";
export * from "./tools/tools.ts";
export * from "./tools/working-files.ts";
export * from "./turn/provider-failure.ts";
export * from "./turn/turn.ts";
