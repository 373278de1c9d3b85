/** Which of an app's lines an error comes from. Used by the boot check. */
import type { Finding } from "@edgewright/contracts";

/** An error as it leaves the isolate. `components` is React's stack of components; `path` the address in the app. */
export type BootError = { message: string; stack: string; components: string; path: string };

const FRAME = /([\w@$.()[\]~ -]+(?:\/[\w@$.()[\]~ -]+)*\.(?:tsx?|jsx?|mjs|json)):(\d+)(?::(\d+))?/g;

/** The topmost frame in one of the app's files. */
export function appFrame(stack: string, isAppFile: (path: string) => boolean): { file: string; line: number; column: number } | null {
  for (const [, written = "", line = "0", column = "0"] of stack.matchAll(FRAME)) {
    const file = written
      .replace(/^.*\(/, "")
      .replace(/^\s*at\s+(async\s+)?/, "")
      .trim();
    if (isAppFile(file)) return { file, line: Number(line), column: Number(column) };
  }
  return null;
}

export function bootFinding(error: BootError, isAppFile: (path: string) => boolean, entry: string): Finding {
  const at = appFrame(error.stack, isAppFile) ?? appFrame(error.components, isAppFile) ?? { file: entry, line: 0, column: 0 };
  const where = error.path === "/" ? "" : ` (at ${error.path})`;
  return { ...at, code: "BOOT", message: `${error.message}${where}` };
}
