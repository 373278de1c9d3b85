/** The outside world behind the domain's ports. Each adapter has a file of its own. */
export * from "./database.ts";
export type { ModelSources } from "./models/access.ts";
export { addressProblem, isOwnMachine } from "./models/address.ts";
export { availableModels } from "./models/available.ts";
export { createOpenModels } from "./models/open-models.ts";
export { isOfPlatform, MODEL_VARIABLES, type PlatformModels, platformModels } from "./models/platform.ts";
export * from "./r2-blobs.ts";
