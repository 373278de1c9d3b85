/** `data/schema.json` of an app's files. Read by the Workspace, and by whoever must know what a version would do to the data. */
import { AppSchema, type FileMap } from "@edgewright/contracts";

export const SCHEMA_FILE = "data/schema.json";

/** The tables of an app; null while its schema is not valid. An app without the file has none. */
export function readSchema(files: FileMap): AppSchema | null {
  const text = files[SCHEMA_FILE];
  if (text === undefined) return { tables: [] };
  try {
    const parsed = AppSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
