/** What no finding speaks of, since the app runs all the same: imports that nothing uses, lists without keys, dependencies that are not listed. */

import type { Inspection } from "@edgewright/app-check";
import { applyEdits } from "@edgewright/app-check";
import type { FileMap, Repair } from "@edgewright/contracts";
import { missingDependencies } from "./dependency.ts";
import { missingKeys } from "./list-key.ts";
import { unusedImports } from "./unused-import.ts";

export function tidyImports(inspection: Inspection, files: FileMap, paths: readonly string[]): { files: FileMap; repaired: Repair[] } {
  inspection.open(files);
  const found = paths.flatMap((path) => {
    const file = inspection.file(path);
    return file ? [...unusedImports(inspection.ts, path, file), ...missingKeys(inspection, path, file)] : [];
  });
  const all = [...found, ...missingDependencies(inspection, paths)];
  const tidied = applyEdits(
    files,
    all.flatMap(({ edits }) => edits),
  );
  if (!tidied) return { files, repaired: [] };
  return { files: tidied, repaired: all.map(({ repair }) => repair) };
}
