/** What an edit costs is no more than the length of the file and of the edit, whatever shape they have. */
import { expectLinear, repeated } from "@edgewright/testing/growth";
import { describe, it } from "vitest";
import { applyEdits } from "./apply-edits.ts";
import { EXACT_ABOVE } from "./locate.ts";

const KB = 1024;

const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => `${row(index)}\n`).join("");
const code = (index: number) => `  const value${index} = compute(${index}, "text ${index}");`;
const restyled = (index: number) => `const value${index} = compute(${index}, 'text ${index}')`;

describe("edits", () => {
  it.each(["a\n", "\n", "}\n", "'\n", '\\"', ",;", "// ...\n", "&lt;", "1 | a\n", "+a\n", "\u00a0", "\t", "a"])(
    "cost their length in a file of many %j",
    (shape) =>
      expectLinear(
        repeated(shape),
        (text) => {
          const some = text
            .split("\n")
            .slice(-900)
            .join("\n")
            .slice(-20 * KB);
          applyEdits(text, [{ search: `${some}x`, replace: "y" }]);
          applyEdits(`${text}x y\n${text}`, [{ search: `${some}x  y\n`, replace: `${some.slice(0, 10 * KB)}xz\n` }]);
        },
        EXACT_ABOVE / 2 - KB,
      ),
  );

  it.each<[string, number, (size: number) => { file: string; edits: { search: string; replace: string }[] }]>([
    [
      "a hundred at once",
      2500,
      (size) => ({
        file: rows(size, code),
        edits: Array.from({ length: 100 }, (_, index) => ({ search: restyled(index), replace: `${restyled(index)}.done` })),
      }),
    ],
    [
      "no match, but near",
      1000,
      (size) => ({ file: rows(size, code), edits: [{ search: rows(size, (index) => `x${restyled(index)}`), replace: "x" }] }),
    ],
    [
      "all rows in another style",
      700,
      (size) => ({
        file: rows(size, code),
        edits: [{ search: rows(size, restyled), replace: rows(size, (index) => restyled(index + 1)) }],
      }),
    ],
    [
      "characters that only look alike",
      1000,
      (size) => ({
        file: rows(size, (index) => `a\u00a0${index} – b`),
        edits: [{ search: rows(size, (index) => `a ${index} - b`), replace: rows(size / 2, (index) => `b ${index} - c`) }],
      }),
    ],
    [
      "lines left out among equal ones",
      1900,
      (size) => ({
        file: `${"a\n".repeat(size)}b\n`,
        edits: [{ search: "// ...\nb\n", replace: `${"a\n".repeat(size / 2)}c\n${"a\n".repeat(size / 2)}b\n` }],
      }),
    ],
  ])("cost their length: %s", (_name, size, make) => expectLinear(make, ({ file, edits }) => applyEdits(file, edits), size));
});
