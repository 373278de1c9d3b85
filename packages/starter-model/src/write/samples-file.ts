/** `data/samples.json`: the rows with which the app begins, one to a line. */
import { AppSchema, SampleRows, type Table } from "@edgewright/contracts";
import type { AppModel } from "../app-model.ts";
import { sampleRows } from "../samples/sample-rows.ts";

export const SAMPLES_PATH = "data/samples.json";

/** What the file holds, read back: the set of samples, or rows of one's own. */
export function samplesIn(text: string): Pick<AppModel, "samples" | "pasted"> {
  const number = /^\{\s*"set": (\d+)/.exec(text)?.[1];
  if (number === undefined) return {};
  if (!/^\{\s*"set": \d+,\s*"own": true/.test(text)) return { samples: Number(number) };
  try {
    return { pasted: SampleRows.parse(JSON.parse(text)).rows };
  } catch {
    return {};
  }
}

export const samplesFile = ({ schema }: AppModel, set: number): string =>
  fileOf(`"set": ${set}`, sampleRows(AppSchema.parse(schema).tables, set).rows);

/** The rows as they were pasted, under the names that their tables and fields have by now. */
export const pastedFile = ({ schema }: AppModel, pasted: SampleRows["rows"]): string =>
  fileOf(
    `"set": 1,\n  "own": true`,
    Object.fromEntries(
      Object.entries(pasted).flatMap(([name, rows]) => {
        const table = byName(schema.tables, name);
        return table ? [[table.name, rows.map((row) => renamed(table, row))]] : [];
      }),
    ),
  );

const byName = <T extends { name: string; was?: string[] }>(all: readonly T[], name: string): T | undefined =>
  all.find((one) => one.name === name) ?? all.find(({ was }) => was?.includes(name));

const renamed = ({ columns }: Table, row: SampleRows["rows"][string][number]) =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      const column = byName(columns, name);
      return column ? [[column.name, value] as const] : [];
    }),
  );

function fileOf(head: string, rows: SampleRows["rows"]): string {
  const tables = Object.entries(rows).map(
    ([name, samples]) => `    ${JSON.stringify(name)}: [\n${samples.map((row) => `      ${JSON.stringify(row)}`).join(",\n")}\n    ]`,
  );
  return `{\n  ${head},\n  "rows": {\n${tables.join(",\n")}\n  }\n}\n`;
}
