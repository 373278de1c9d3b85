/** `data/samples.json`: the rows with which the app begins, one to a line. */
import { AppSchema } from "@edgewright/contracts";
import type { AppModel } from "../app-model.ts";
import { sampleRows } from "../samples/sample-rows.ts";

export const SAMPLES_PATH = "data/samples.json";

/** The set that the file holds, read back. */
export const setIn = (text: string): number | undefined => {
  const number = /^\{\s*"set": (\d+)/.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
};

export function samplesFile({ schema }: AppModel, set: number): string {
  const { rows } = sampleRows(AppSchema.parse(schema).tables, set);
  const tables = Object.entries(rows).map(
    ([name, samples]) => `    ${JSON.stringify(name)}: [\n${samples.map((row) => `      ${JSON.stringify(row)}`).join(",\n")}\n    ]`,
  );
  return `{\n  "set": ${set},\n  "rows": {\n${tables.join(",\n")}\n  }\n}\n`;
}
