import { at } from "@edgewright/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "./apply-edits.ts";

const word = fc.stringMatching(/^[a-z]{1,4}$/);
const statement = fc
  .tuple(fc.constantFrom("", "  ", "    ", "\t"), word, word, fc.constantFrom(";", ",", " {", "}", "$&"))
  .map((parts) => parts.join(" "));
const body = fc.array(fc.oneof({ weight: 6, arbitrary: statement }, fc.constant("")), { minLength: 1, maxLength: 30 });
const ending = fc.constantFrom("\n", "\r\n");
const open = fc.record({ bom: fc.boolean(), ends: fc.array(ending, { minLength: 1, maxLength: 3 }), final: fc.boolean() });

type Shape = { bom: boolean; ends: string[]; final: boolean };

/** A file of these lines, with its own, perhaps mixed, line ends. */
function fileOf(lines: readonly string[], { bom, ends, final }: Shape): string {
  const text = lines.map((line, index) => line + (index < lines.length - 1 || final ? at(ends, index % ends.length) : "")).join("");
  return (bom ? "\uFEFF" : "") + text;
}

const edits = fc.array(
  fc.record({ search: fc.tuple(statement, statement).map((two) => two.join("\n")), replace: body.map((lines) => lines.join("\n")) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

/** Edits of some lines of the file, each of which stands there once, in other words. */
const placed = body
  .map((lines) => lines.map((line, index) => (line === "" ? "" : `${line} n${index}`)))
  .chain((lines) =>
    fc.record({
      lines: fc.constant(lines),
      picks: fc.subarray([...lines.keys()], { minLength: 1, maxLength: Math.min(4, lines.length) }),
      shape: open,
    }),
  )
  .map(({ lines, picks, shape }) => ({ lines, shape, picks: picks.filter((pick) => lines[pick] !== "") }))
  .filter(({ picks }) => picks.length > 0);

describe("edits of any file", () => {
  it("change no byte outside the lines they name, and keep line ends, byte order mark and final newline", () => {
    fc.assert(
      fc.property(placed, word, ({ lines, picks, shape }, name) => {
        const change = (line: string) => line.replace(/n\d+$/, `new ${name} $1`);
        const result = applyEdits(
          fileOf(lines, shape),
          picks.map((pick) => ({ search: at(lines, pick), replace: change(at(lines, pick)) })),
        );
        expect(result).toEqual({
          ok: true,
          value: {
            text: fileOf(
              lines.map((line, index) => (picks.includes(index) ? change(line) : line)),
              shape,
            ),
            notes: [],
          },
        });
      }),
    );
  });

  it("come to the same in any order", () => {
    fc.assert(
      fc.property(placed, ({ lines, picks, shape }) => {
        const all = picks.map((pick) => at(lines, pick).trim()).map((line) => ({ search: ` ${line} `, replace: `${line} more` }));
        const [there, back] = [applyEdits(fileOf(lines, shape), all), applyEdits(fileOf(lines, shape), all.toReversed())];
        expect(back.ok).toBe(there.ok);
        if (there.ok && back.ok) expect(back.value.text).toBe(there.value.text);
      }),
    );
  });

  it("are all made or none, and always answer", () => {
    fc.assert(
      fc.property(body, open, edits, (lines, shape, all) => {
        const file = fileOf(lines, shape);
        const result = applyEdits(file, all);
        if (!result.ok)
          expect(result.error).toMatchObject({
            code: expect.stringMatching(/^edit_/),
            next: expect.any(String),
            candidates: expect.any(Array),
          });
        else expect(all.filter((edit) => !applyEdits(file, [edit]).ok)).toHaveLength(result.value.notes.length);
      }),
    );
  });
});
