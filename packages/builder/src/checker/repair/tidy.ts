/** What no finding speaks of, since the app runs all the same: imports that nothing uses, and lists without keys. */
import type { FileMap, Repair } from "@edgewright/contracts";
import type { Inspection } from "../inspection.ts";
import { applyEdits } from "./edit.ts";
import { missingKeys } from "./list-key.ts";
import { unusedImports } from "./unused-import.ts";

export function tidy(inspection: Inspection, files: FileMap, paths: readonly string[]): { files: FileMap; repaired: Repair[] } {
  inspection.open(files);
  const found = paths.flatMap((path) => {
    const file = inspection.file(path);
    return file ? [...unusedImports(inspection.ts, path, file), ...missingKeys(inspection, path, file)] : [];
  });
  const tidied = applyEdits(
    files,
    found.flatMap(({ edits }) => edits),
  );
  if (!tidied) return { files, repaired: [] };
  return { files: tidied, repaired: found.map(({ repair }) => repair) };
}
