/** Conditions over rows, in CEL: read and type-checked against a table's fields, and evaluated for one row. SQL for lists is made of them in data-store. */
export { askedRoles, undeclaredRoles } from "./asked-roles.ts";
export { argumentsOf, type Compiled, compile, type Names, nameOf, type Problem, type Result } from "./compile.ts";
export { type ComputedField, computedFields, type Source } from "./computed.ts";
export { type Fault, faultsOf } from "./conditions.ts";
export { rounded } from "./environment.ts";
export { compute, evaluate, type Input, type Person, type Truth } from "./evaluate.ts";
export { type Kind, kindsOf } from "./kinds.ts";
export type { Node } from "./node.ts";
export { isPattern, matches } from "./pattern.ts";
