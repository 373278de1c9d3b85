/** `starter:builtin`: the language model that needs no service, no key and no network. */
export { createStarterModel } from "./starter-model.ts";
