/** Publishing: deployments and their steps, the providers they run at, and who may open what is published. */
export { sendAbandoned } from "./abandoned.ts";
export type { Builds } from "./builds.ts";
export { changesSince } from "./changes.ts";
export type * from "./ports.ts";
export { edgeProvider, edgeUrl } from "./providers/edge/edge.ts";
export type { Provider, Release } from "./providers/provider.ts";
export * from "./publication.ts";
export * from "./request.ts";
export * from "./run-deployment.ts";
export * from "./tables.ts";
export * from "./variables/change-variables.ts";
export { namedVariables } from "./variables/needs.ts";
export { openOfBuild, openVariables, sealForBuild, type VariableDeps } from "./variables/open-variables.ts";
export type * from "./variables/ports.ts";
export { variablesOfNext, variablesView } from "./variables/variables-view.ts";
