/** Findings about `app.json` and `data/schema.json`: their shape, and what tables say about each other. */

import { positionAt } from "@edgewright/app-build";
import { AppManifest, AppSchema, type FileMap, type Finding } from "@edgewright/contracts";
import type { z } from "zod";
import { jsonPosition } from "./json-position.ts";

type Problem = { path: readonly PropertyKey[]; message: string };

export const checkDataFiles = (files: FileMap): Finding[] => [
  ...checkFile(files, "app.json", AppManifest, () => []),
  ...checkFile(files, "data/schema.json", AppSchema, relations),
];

function checkFile<T>(files: FileMap, file: string, shape: z.ZodType<T>, more: (value: T) => Problem[]): Finding[] {
  const text = files[file];
  const finding = (at: { line: number; column: number }, message: string): Finding => ({ file, ...at, code: "SCHEMA", message });
  if (text === undefined) return [finding({ line: 0, column: 0 }, `The app has no ${file}.`)];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [, offset] = /position (\d+)/.exec(said) ?? [];
    return [finding(offset ? positionAt(text, Number(offset)) : { line: 1, column: 1 }, `${file} is not valid JSON: ${said}`)];
  }
  const parsed = shape.safeParse(json);
  const problems: Problem[] = parsed.success ? more(parsed.data) : parsed.error.issues;
  return problems.map(({ path, message }) => {
    const where = path.length > 0 ? `${path.join(".")}: ` : "";
    return finding(positionAt(text, jsonPosition(text, path)), `${where}${message}`);
  });
}

/** What the shape cannot say: names are used once, references lead somewhere, a select has options. */
function relations({ tables }: AppSchema): Problem[] {
  const names = new Set(tables.map(({ name }) => name));
  return tables.flatMap((table, index) => [
    ...repeated(tables, index, ["tables", index, "name"], `There is another table called "${table.name}".`),
    ...table.columns.flatMap((column, at) => {
      const path = ["tables", index, "columns", at];
      const problems = repeated(table.columns, at, [...path, "name"], `The table has another column called "${column.name}".`);
      if (column.type === "reference" && !column.ref) problems.push({ path, message: `"${column.name}" is a reference and needs "ref".` });
      if (column.ref !== undefined && !names.has(column.ref)) {
        problems.push({ path: [...path, "ref"], message: `There is no table "${column.ref}"; tables: ${[...names].join(", ")}.` });
      }
      if (column.type === "select" && !column.options)
        problems.push({ path, message: `"${column.name}" is a select and needs "options".` });
      return problems;
    }),
  ]);
}

const repeated = (all: readonly { name: string }[], index: number, path: PropertyKey[], message: string): Problem[] =>
  all.findIndex(({ name }) => name === all[index]?.name) < index ? [{ path, message }] : [];
