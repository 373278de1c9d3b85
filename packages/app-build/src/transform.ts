/** One file of an app → what a module that imports it gets: scripts, JSON, style sheets, pictures and texts. Used by link. */
import { pointedFile } from "@edgewright/core";
import { buildFinding, positionAt } from "./position.ts";
import type { ImportForm } from "./resolve.ts";
import { SCRIPT, transformScript } from "./script/script.ts";
import { servedAddress } from "./served.ts";
import { readSheet } from "./sheet.ts";
import { brokenModule, plainModule, type TransformedModule } from "./transformed.ts";

/** Raised whenever the same source gives other code, so that kept outputs are made anew. */
export const TRANSFORM_REVISION = "3";

/** How a module is named in a build: its file, and how it is asked for. `address`: what `new URL("./file", import.meta.url)` stands for. */
export type ModuleKind = ImportForm | "address";
export const moduleId = (path: string, as: ModuleKind): string => (as === "module" ? path : `${path}?${as}`);
export function moduleOf(id: string): { path: string; as: ModuleKind } {
  const mark = id.lastIndexOf("?");
  return mark < 0 ? { path: id, as: "module" } : { path: id.slice(0, mark), as: id.slice(mark + 1) as ModuleKind };
}

/** Beyond this a picture is served instead of being part of the code. */
const MAX_INLINE = 8 * 1024;

export function transformFile(id: string, text: string): TransformedModule {
  const { path, as } = moduleOf(id);
  if (pointedFile(text)) return as === "raw" ? noText(path) : address(path, text);
  if (as === "raw") return value(text);
  if (SCRIPT.test(path)) return as === "module" ? transformScript(path, text) : worker(path, as);
  if (as === "url" || as === "address") return address(path, text);
  if (path.endsWith(".json")) return transformJson(path, text);
  if (path.endsWith(".module.css")) return names(path, text);
  if (path.endsWith(".css")) return plainModule("");
  if (path.endsWith(".svg") && text.length <= MAX_INLINE) return value(`data:image/svg+xml,${encodeURIComponent(text)}`);
  return address(path, text);
}

const exported = (expression: string): string => `module.exports={__esModule:true,default:${expression}};`;
/** In a literal of JavaScript, `"__proto__": …` would be no key. */
const parsed = (json: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(json))})`;
const value = (text: string): TransformedModule => plainModule(exported(JSON.stringify(text)));

const noText = (path: string): TransformedModule =>
  brokenModule(
    buildFinding(path, "This file is not text, so it cannot be imported with ?raw. Import it for its address, with ?url.", {
      line: 0,
      column: 0,
    }),
  );

const address = (path: string, text: string): TransformedModule => ({ ...value(servedAddress(path, text)), serves: [path] });

/** The page's runtime makes a script of the worker's modules; where there is no page there are no workers. */
function worker(path: string, as: ModuleKind): TransformedModule {
  const own = `(globalThis.edgewrightWorker?.(${JSON.stringify(path)})??"data:text/javascript,")`;
  const code = as === "worker" ? exported(`function(options){return new Worker(${own},{...options,type:"module"})}`) : exported(own);
  // In the build for the worker, and evaluated there alone.
  return { ...plainModule(code), imports: [{ specifier: `/${path}`, form: "mention", at: code.length, end: code.length, line: 1 }] };
}

function names(path: string, text: string): TransformedModule {
  const { classes } = readSheet(path, text);
  return plainModule(
    `${exported(parsed(classes))}Object.assign(module.exports,{...module.exports.default,default:module.exports.default});`,
  );
}

function transformJson(path: string, text: string): TransformedModule {
  try {
    return plainModule(`module.exports=${parsed(JSON.parse(text))};`);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [, offset] = /position (\d+)/.exec(said) ?? [];
    return brokenModule(buildFinding(path, `Not valid JSON: ${said}`, offset ? positionAt(text, Number(offset)) : { line: 1, column: 1 }));
  }
}
