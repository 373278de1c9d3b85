/** Where in a text something is, as findings count: lines and columns from 1. */
import type { Finding } from "@edgewright/contracts";

export function positionAt(text: string, index: number): { line: number; column: number } {
  if (index < 0) return { line: 0, column: 0 };
  const before = text.slice(0, index);
  return { line: before.split("\n").length, column: index - before.lastIndexOf("\n") };
}

export const buildFinding = (file: string, message: string, at: { line: number; column: number } = { line: 0, column: 0 }): Finding => ({
  file,
  line: at.line,
  column: at.column,
  code: "BUILD",
  message,
});
