/** The compiler, called again when it is lost on the way: it keeps nothing, so a second call is as good as the first, and its process is back within two seconds. */
import type { Elsewhere } from "@edgewright/app-build";
import type { CompilerRpc } from "@edgewright/contracts";
import { log } from "@edgewright/core";

/** Between one call and the next. One that is not back after the last is the caller's to wait for. */
const PAUSES_MS = [50, 200, 500, 1000, 2000, 4000];

export function steadyCompiler(compiler: CompilerRpc, pauses: readonly number[] = PAUSES_MS): CompilerRpc {
  return {
    check: (input) => steadily(() => compiler.check(input), pauses),
    repair: (input) => steadily(() => compiler.repair(input), pauses),
    boot: (input) => steadily(() => compiler.boot(input), pauses),
  };
}

/** For the Workspace, which has the compiler build what is too large for its own thread. */
export function steadyBuild(compiler: Elsewhere): Elsewhere {
  return {
    transform: (input) => steadily(() => compiler.transform(input)),
    styles: (input) => steadily(() => compiler.styles(input)),
  };
}

/** Calls again what was lost with the compiler. */
export async function steadily<T>(call: () => Promise<T>, pauses: readonly number[] = PAUSES_MS): Promise<T> {
  for (const pause of pauses) {
    try {
      return await call();
    } catch (error) {
      log.warn("compiler lost", { error: String(error), pause });
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return call();
}
