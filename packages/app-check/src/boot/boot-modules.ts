/** An app's browser side as modules for the boot isolate: one function for each file, with imports resolved and lines kept. */

import { checkPage, unreachedFindings } from "@edgewright/app-build";
import type { FileMap, Finding } from "@edgewright/contracts";
import { guardLoops } from "./loop-guard.ts";

/** `modules` by id: the text of a function expression `(module, exports, require, round) => …`. */
export type BootModules = { entry: string; modules: Record<string, string>; findings: Finding[] };

export async function bootModules(files: FileMap): Promise<BootModules> {
  const { html, graph, findings } = await checkPage(files);
  const modules = Object.fromEntries(
    [...graph.modules].map(([id, { body }]) => [id, `function (module, exports, require, __round) {${guardLoops(body, "__round()")}\n}`]),
  );
  return { entry: html.entry, modules, findings: [...findings, ...(await unreachedFindings(files, new Set(graph.modules.keys())))] };
}
