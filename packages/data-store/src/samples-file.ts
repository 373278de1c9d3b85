/** `data/samples.json` of an app's files. */
import { type FileMap, SampleRows } from "@edgewright/contracts";

export const SAMPLES_FILE = "data/samples.json";

/** null: the app has none; undefined while the file is not valid. */
export function readSamples(files: FileMap): SampleRows | null | undefined {
  const text = files[SAMPLES_FILE];
  if (text === undefined) return null;
  try {
    return SampleRows.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
