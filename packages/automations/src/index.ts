/** What an app does by itself: automations in its files, what sets them off, their runs, and what is done for them outside. */
export { AppAutomations, type AppAutomationsDeps } from "./app-automations.ts";
export { automationFile, automationNameOf, isAutomationFile, readAutomations } from "./automation-files.ts";
export { type AppFacts, type AutomationFault, automationFaults } from "./check/faults.ts";
export { callSecret } from "./outside/call-address.ts";
export { doEffects, type EffectDeps } from "./outside/do-effects.ts";
export { describeStep, describeWhen } from "./words/describe.ts";
export { titleColumn } from "./words/shown-value.ts";
