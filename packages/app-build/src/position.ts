/** Where in a text something is, as findings count: lines and columns from 1. */
import type { Finding } from "@edgewright/contracts";

export function positionAt(text: string, index: number): { line: number; column: number } {
  if (index < 0) return { line: 0, column: 0 };
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < index; end = text.indexOf("\n", end + 1)) {
    line++;
    start = end + 1;
  }
  return { line, column: index - start + 1 };
}

/** Where a line begins; the end of the text when it has fewer. */
export function lineStart(text: string, line: number): number {
  let start = 0;
  for (let left = line; left > 1; left--) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return start;
}

export const buildFinding = (file: string, message: string, at: { line: number; column: number } = { line: 0, column: 0 }): Finding => ({
  file,
  line: at.line,
  column: at.column,
  code: "BUILD",
  message,
});

/** Of a whole line: at its first character that is no space. */
export function lineFinding(file: string, text: string, line: number, message: string): Finding {
  const start = lineStart(text, line);
  const indent = text.slice(start, start + 400).search(/\S/);
  return buildFinding(file, message, { line, column: Math.max(indent, 0) + 1 });
}

/** Of something quoted, on or after a line: at what stands between the quotes' first one, or at the line where it is not found. */
export function quotedFinding(file: string, text: string, quoted: string, line: number, message: string): Finding {
  const start = lineStart(text, line);
  const found = ['"', "'", "`"].map((quote) => text.indexOf(quote + quoted, start)).filter((index) => index >= 0);
  return found.length > 0 ? buildFinding(file, message, positionAt(text, Math.min(...found))) : lineFinding(file, text, line, message);
}
