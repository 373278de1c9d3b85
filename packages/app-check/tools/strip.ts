/** Declarations without comments and indentation, which no diagnostic needs. */
import ts from "typescript";

const REFERENCE = /^\/\/\/\s*<reference\b.*$/gm;
const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

export function strip(path: string, text: string): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const printed = printer.printFile(file).replace(REFERENCE, "");
  const references = [...(text.match(REFERENCE) ?? [])];
  return [...references, ...printed.split("\n").map((line) => line.trimStart())].filter((line) => line !== "").join("\n");
}
