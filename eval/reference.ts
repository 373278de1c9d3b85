/** The reference apps: tasks beyond the embedded model, written by hand, turn by turn. Read by author-recordings.ts and its test. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { templateFiles } from "@edgewright/app-kit/template";
import { type FileMap, PlanStep } from "@edgewright/contracts";
import { z } from "zod";

const Described = z.strictObject({
  turns: z
    .array(z.strictObject({ says: z.string(), steps: z.array(PlanStep).min(1), deletes: z.array(z.string()), summary: z.string() }))
    .min(1),
});

/** What one turn says, plans, writes and deletes. */
export type ReferenceTurn = z.infer<typeof Described>["turns"][number] & { files: FileMap };

const FOLDER = join(import.meta.dirname, "reference");

export const referenceIds = (): string[] => readdirSync(FOLDER).sort();

export function readReference(id: string): ReferenceTurn[] {
  const folder = join(FOLDER, id);
  const { turns } = Described.parse(JSON.parse(readFileSync(join(folder, "reference.json"), "utf8")));
  return turns.map((turn, index) => ({ ...turn, files: filesIn(join(folder, String(index + 1))) }));
}

/** The whole app after each turn, the starter template beneath. */
export function appsOf(turns: ReferenceTurn[]): FileMap[] {
  let app = templateFiles();
  return turns.map(({ files, deletes }) => {
    app = { ...app, ...files };
    for (const path of deletes) delete app[path];
    return { ...app };
  });
}

function filesIn(folder: string): FileMap {
  const files: FileMap = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[relative(folder, path).split(sep).join("/")] = readFileSync(path, "utf8");
  }
  return files;
}
