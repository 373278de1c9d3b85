/** The agent's parts so far: its hold on a job, a turn with a model, its tools, and an app's files at work. */

export * from "./codegen/deps.ts";
export * from "./codegen/run-job.ts";
export * from "./codegen/tools.ts";
export * from "./codegen/working-files.ts";
export * from "./common/lease.ts";
export * from "./common/model-access.ts";
export * from "./common/provider-failure.ts";
export * from "./common/provider-fault.ts";
export * from "./common/turn.ts";
export * from "./edits/index.ts";
