/** What happened, by whom, when and from where; and the chain that shows when a line was altered or removed. */
export * from "./chain.ts";
export { type ChainProof, type ChainSource, checkChain } from "./chain-check.ts";
export * from "./entry.ts";
export * from "./summary.ts";
export * from "./vocabulary.ts";
