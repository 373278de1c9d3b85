/** A worker of the app: a script of its modules, with the packages they need, under an address of the page's own making. */
import type { PageModule } from "@edgewright/contracts";
import { WORKER_PACKAGE } from "../catalogue.ts";

declare global {
  /** Called by the app's modules that stand for a worker (see transform.ts); absent where there is no page. */
  var edgewrightWorker: ((entry: string) => string) | undefined;
}

export function workerAddress(entry: string, modules: Record<string, PageModule>): string {
  return URL.createObjectURL(new Blob([workerScript(entry, modules, addressOf)], { type: "text/javascript" }));
}

/** Import maps do not hold in workers, so packages are imported by their full address. */
const addressOf = (specifier: string): string => new URL(import.meta.resolve(specifier), location.href).href;

export function workerScript(entry: string, modules: Record<string, PageModule>, resolve: (specifier: string) => string): string {
  const packages = [...new Set(Object.values(modules).flatMap(({ imports }) => imports))].filter((id) => !Object.hasOwn(modules, id));
  const text = (value: unknown) => JSON.stringify(value);
  return [
    `import { startWorker } from ${text(resolve(WORKER_PACKAGE))};`,
    ...packages.map((specifier, index) => `import * as p${index} from ${text(resolve(specifier))};`),
    `startWorker(${text(entry)}, ${text(modules)}, { ${packages.map((specifier, index) => `${text(specifier)}: p${index}`).join(", ")} });`,
  ].join("\n");
}
