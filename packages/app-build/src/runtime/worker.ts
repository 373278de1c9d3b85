/** What starts a worker of the app: evaluates its modules at once, so that no message comes before they listen. */
import type { PageModule } from "@edgewright/contracts";
import { compile } from "./compile.ts";
import { commonJs } from "./packages.ts";
import { Registry } from "./registry.ts";

export function startWorker(entry: string, modules: Record<string, PageModule>, packages: Record<string, object>): void {
  const registry = new Registry({
    compile,
    external: (specifier) => {
      const found = Object.hasOwn(packages, specifier) ? packages[specifier] : undefined;
      return found && commonJs(found);
    },
    evaluated: () => undefined,
  });
  registry.accept(modules);
  registry.require(entry);
}
