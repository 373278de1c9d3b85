/** Errors of the running app: mapped to its files by the stack, shown in the page and reported to the platform. */
import type { RuntimeError } from "@edgewright/contracts";
import type { FailedRequest } from "./requests.ts";

const FRAME = /(?:\(|@|\s|^)((?:https?:\/\/[^\s()]*?\/)?([^\s():@][^\s()@]*?)):(\d+):(\d+)\)?\s*$/;

/** The topmost line of the stack that lies in one of the app's files. */
export function locate(stack: string, isModule: (path: string) => boolean): { file: string; line: number; column: number } | null {
  for (const text of stack.split("\n")) {
    const [, url = "", , line, column] = FRAME.exec(text) ?? [];
    const file = url.replace(/^https?:\/\/[^/]+\//, "").replace(/\?.*$/, "");
    if (file !== "" && isModule(file)) return { file, line: Number(line), column: Number(column) };
  }
  return null;
}

/** Marks an error with the module that could not even be parsed, since its stack does not name it. */
const BROKEN_FILE = Symbol("file that does not parse");
export const inFile = (error: unknown, file: string): unknown =>
  error instanceof Error ? Object.assign(error, { [BROKEN_FILE]: file, message: `${file}: ${error.message}` }) : error;

export function toRuntimeError(thrown: unknown, isModule: (path: string) => boolean, path: string): RuntimeError {
  const error = thrown instanceof Error ? thrown : new Error(typeof thrown === "string" ? thrown : `Thrown: ${describe(thrown)}`);
  const stack = error.stack ?? "";
  const broken = (error as { [BROKEN_FILE]?: string })[BROKEN_FILE];
  const at = broken ? { file: broken, line: 0, column: 0 } : (locate(stack, isModule) ?? NOWHERE);
  return { source: "browser", message: (error.message || error.name).slice(0, 2000), stack: stack.slice(0, 8000), ...at, path };
}

/** `stack` is of the place that asked. */
export const failedRequest = ({ message, stack }: FailedRequest, isModule: (path: string) => boolean, path: string): RuntimeError => ({
  source: "request",
  message: message.slice(0, 2000),
  stack: stack.slice(0, 8000),
  ...(locate(stack, isModule) ?? NOWHERE),
  path,
});

const NOWHERE = { file: "", line: 0, column: 0 };

function describe(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

const REPEAT_MS = 1000;
const MOST = 100;

/** Posts to `/_app/errors`; the same error at most once a second, and no more than a hundred for one page load. */
export function errorReporter(post: (error: RuntimeError) => void, now: () => number): (error: RuntimeError) => void {
  const sent = new Map<string, number>();
  let count = 0;
  return (error) => {
    const key = `${error.message} ${error.file} ${error.line}`;
    if (count >= MOST || now() - (sent.get(key) ?? Number.NEGATIVE_INFINITY) < REPEAT_MS) return;
    sent.set(key, now());
    count++;
    post(error);
  };
}
