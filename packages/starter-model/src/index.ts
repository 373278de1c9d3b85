/** `starter:builtin`: the language model that needs no service, no key and no network. */

export { type PromptReading, readingOf } from "./read-prompt.ts";
export { createStarterModel } from "./starter-model.ts";
export { type StarterTurns, starterTurn } from "./starter-turn.ts";
