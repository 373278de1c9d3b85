/** Automations as files of an app: read, checked against its tables, said in words. Small, for the checker and the embedded model. */
export { automationFile, automationNameOf, isAutomationFile, readAutomations } from "../automation-files.ts";
export { type AppFacts, type AutomationFault, automationFaults } from "../check/faults.ts";
export { describeStep, describeWhen } from "../words/describe.ts";
export { titleColumn } from "../words/shown-value.ts";
export { fieldsIn, fillIn } from "../words/template.ts";
