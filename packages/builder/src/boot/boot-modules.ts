/** An app's browser side as modules for the boot isolate: one function for each file, with imports resolved and lines kept. */
import type { FileMap, Finding } from "@edgewright/contracts";
import { readPageHtml } from "../page-html.ts";
import { buildFinding, positionAt } from "../position.ts";
import { resolveImport } from "../resolve.ts";
import { REQUIRE, transformFile } from "../transform.ts";
import { guardLoops } from "./loop-guard.ts";

/** `modules` by path: the text of a function expression `(module, exports, require, round) => …`. */
export type BootModules = { entry: string; modules: Record<string, string>; findings: Finding[] };

export function bootModules(files: FileMap): BootModules {
  const { entry } = readPageHtml(files["index.html"]);
  const modules: Record<string, string> = {};
  const findings: Finding[] = [];
  const has = (path: string) => Object.hasOwn(files, path);
  const visit = (path: string): void => {
    if (Object.hasOwn(modules, path)) return;
    modules[path] = "";
    const text = files[path] ?? "";
    const { code, finding } = transformFile(path, text);
    if (finding) findings.push(finding);
    const body = code.replace(REQUIRE, (call, single?: string, double?: string) => {
      const specifier = single ?? double ?? "";
      const found = resolveImport(path, specifier, has);
      if (found.kind === "missing") {
        findings.push(
          buildFinding(path, found.message, positionAt(text, Math.max(text.indexOf(`"${specifier}"`), text.indexOf(`'${specifier}'`)))),
        );
        return call;
      }
      if (found.kind === "file") visit(found.path);
      return `require(${JSON.stringify(found.kind === "file" ? found.path : found.specifier)})`;
    });
    modules[path] = `function (module, exports, require, __round) {${guardLoops(body, "__round()")}\n}`;
  };
  if (has(entry)) visit(entry);
  else findings.push(buildFinding("index.html", `The page starts with ${entry}, which does not exist.`));
  return { entry, modules, findings };
}
