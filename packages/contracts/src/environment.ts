/** Where an app runs: part of every address of its data. People build in `preview`; a fork is a copy to try things on. */
export type Environment = "preview" | "production" | `fork:${string}`;

/** The one that people build in, whose rows they see and change, and which snapshots keep. */
export const WORKING_ENVIRONMENT: Environment = "preview";
