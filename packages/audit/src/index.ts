/** What happened, by whom, when and from where; the chain that shows when a line was altered or removed; and projects as they were before it. */
export * from "./chain.ts";
export { type ChainProof, type ChainSource, checkChain } from "./chain-check.ts";
export * from "./entry.ts";
export * from "./snapshots/record.ts";
export * from "./snapshots/release.ts";
export * from "./snapshots/take.ts";
export * from "./summary.ts";
export type * from "./trail.ts";
export * from "./vocabulary.ts";
