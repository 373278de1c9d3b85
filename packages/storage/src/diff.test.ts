/** The patch of one file: it makes the new text of the old one, and says so at the right lines. */
import { structuredPatch } from "diff";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileDiff } from "./diff.ts";
import type { StoredFile } from "./ports.ts";

const file: StoredFile = { path: "src/a.ts", sha256: "", size: 0, mode: "100644", text: true };
const patchOf = (before: string, after: string) =>
  fileDiff({ path: "src/a.ts", before: file, after: file }, before, after, true).patch ?? "";
/** As `patch` does it; what a hunk says to be there has to be there. */
function applied(before: string, patch: string): string {
  const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const made: string[] = [];
  let at = 0;
  const hunkLines = (patch.split(/^@@ .* @@\n/m).slice(1) ?? []).map((text) => text.match(/[^\n]*\n(?:\\ No newline[^\n]*\n)?/g) ?? []);
  const starts = [...patch.matchAll(/^@@ -(\d+)(?:,(\d+))? /gm)].map(([, start, count]) => Number(start) - (count === "0" ? 0 : 1));
  for (const [index, lines] of hunkLines.entries()) {
    while (at < (starts[index] ?? 0)) made.push(old[at++] ?? "");
    for (const line of lines) {
      const [sign, text] = [line[0], line.slice(1).replace(/\n\\ No newline[^\n]*\n$/, "")];
      if (sign !== "+") expect(old[at++]).toBe(text);
      if (sign !== "-") made.push(text);
    }
  }
  return [...made, ...old.slice(at)].join("");
}

const numbered = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, at) => `${line(at)}\n`).join("");

describe("a patch", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "", "  c"), { maxLength: 14 })
    .chain((lines) => fc.boolean().map((ends) => lines.join("\n") + (ends ? "\n" : "")));

  it("makes the new text of the old one, whatever they are", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applied(before, patchOf(before, after))).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it("is that of the whole texts, though only what lies between the first and the last change is compared", () => {
    const before = numbered(1000, (at) => `line ${at}`);
    const after = before.replace("line 400\n", "other\n").replace("line 420\n", "");
    const [hunks] = [structuredPatch("", "", before, after, undefined, undefined, { context: 3 }).hunks];
    expect(patchOf(before, after)).toContain(
      `@@ -${hunks[0]?.oldStart},${hunks[0]?.oldLines} +${hunks[0]?.newStart},${hunks[0]?.newLines} @@`,
    );
    expect(patchOf(before, after).split("\n").slice(2, -1)).toEqual(
      hunks.flatMap((hunk) => [`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`, ...hunk.lines]),
    );
  });

  it("shows what was replaced between lines that stayed, where too much changed to be compared", () => {
    const before = numbered(2000, (at) => (at < 100 || at >= 1900 ? `line ${at}` : `old ${at}`));
    const after = numbered(2000, (at) => (at < 100 || at >= 1900 ? `line ${at}` : `new ${at}`));
    const patch = patchOf(before, after);
    expect(applied(before, patch)).toBe(after);
    expect(patch).not.toContain("line 50\n");
  });
});
