/**
 * The console of an isolate that runs an app's code: each line begins with whose it is, so that none passes for one of the
 * platform's own in the log they share. Imported before the app's code, which never holds the console beneath.
 */
export const APP_CONSOLE = "app-console.js";

/** `mark` says whose; it is no JSON, as the platform's lines are. */
export const appConsole = (mark: string): string => `const mark = ${JSON.stringify(`[app ${mark}]`)};
const { debug, error, info, log, warn } = globalThis.console;
const marked = (write) => (...said) => write(mark, ...said);
const own = {};
for (const name of Object.keys(globalThis.console)) own[name] = () => {};
Object.assign(own, { debug: marked(debug), error: marked(error), info: marked(info), log: marked(log), warn: marked(warn) });
own.assert = (holds, ...said) => holds || own.error("Assertion failed:", ...said);
for (const name of ["dir", "dirxml", "group", "groupCollapsed", "table", "trace"]) own[name] = own.log;
Object.defineProperty(globalThis, "console", { value: own, writable: true, configurable: true });
const told = (event, error) => {
  event.preventDefault();
  own.error("Uncaught", error);
};
addEventListener("error", (event) => told(event, event.error));
addEventListener("unhandledrejection", (event) => told(event, event.reason));
`;
