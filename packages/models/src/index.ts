/** Models: which are known, which an organization may use and chose, whose key answers for them, and how their calls are paid for. */
export { accessTo, type ModelSources, type ProviderAccess } from "./access.ts";
export { availableModels } from "./available.ts";
export { changeModels, type ModelChange, type ModelDeps } from "./change-models.ts";
export { changeProvider, keepsKey } from "./change-provider.ts";
export { chooseModel, knownModel, loadModels, type ModelChoice, modelsView } from "./choose-model.ts";
export * from "./metering.ts";
export { monthOf, spanOf } from "./month.ts";
export { createOpenModels, type OpenModel, type OpenModels } from "./open-models.ts";
export { isOfPlatform, MODEL_VARIABLES, type ModelVariables, type PlatformModels, platformModels } from "./platform.ts";
export type * from "./ports.ts";
export { type ProviderFault, providerFault } from "./provider-fault.ts";
export * from "./registry/index.ts";
export { testModel } from "./test-model.ts";
export { tryModel } from "./try-model.ts";
