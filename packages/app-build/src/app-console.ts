/**
 * The console of an isolate that runs an app's code: each line begins with whose it is, so that none passes for one of the
 * platform's own in the log they share. Imported before the app's code, which never holds the console beneath.
 */
import { masksOf, type Secrets } from "@edgewright/core";

export const APP_CONSOLE = "app-console.js";

/** A function, as code, that masks secrets in a text. */
export const maskingCode = (secrets: Secrets): string =>
  `(text) => ${JSON.stringify(masksOf(secrets))}.reduce((left, [form, instead]) => left.replaceAll(form, () => instead), text)`;

/** Only where there are secrets: then a line is made a text first, in which they are masked. */
const masking = (secrets: Secrets): string =>
  Object.keys(secrets).length === 0
    ? "const said = (all) => all;\n"
    : `import { format } from "node:util";\nconst hidden = ${maskingCode(secrets)};\nconst said = (all) => [hidden(format(...all))];\n`;

/** `mark` says whose; it is no JSON, as the platform's lines are. `secrets` stand in no line. */
export const appConsole = (
  mark: string,
  secrets: Secrets = {},
): string => `${masking(secrets)}const mark = ${JSON.stringify(`[app ${mark}]`)};
const { debug, error, info, log, warn } = globalThis.console;
const marked = (write) => (...all) => write(mark, ...said(all));
const own = {};
for (const name of Object.keys(globalThis.console)) own[name] = () => {};
Object.assign(own, { debug: marked(debug), error: marked(error), info: marked(info), log: marked(log), warn: marked(warn) });
own.assert = (holds, ...all) => holds || own.error("Assertion failed:", ...all);
for (const name of ["dir", "dirxml", "group", "groupCollapsed", "table", "trace"]) own[name] = own.log;
Object.defineProperty(globalThis, "console", { value: own, writable: true, configurable: true });
const told = (event, error) => {
  event.preventDefault();
  own.error("Uncaught", error);
};
addEventListener("error", (event) => told(event, event.error));
addEventListener("unhandledrejection", (event) => told(event, event.reason));
`;
