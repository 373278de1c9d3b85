/** The grid without its screen: where keys lead, what is copied and pasted, what is taken back. */
import type { Column } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { cellText, fromText, pasted, toText } from "./clipboard.ts";
import { NO_EDITS, noted, redone, undone } from "./edits.ts";
import { isWithin, moved, only, rangeOf } from "./selection.ts";

const SIZE = { rows: 3, columns: 2 };
const press = (from: ReturnType<typeof only>, key: string, held: { shift?: boolean; far?: boolean } = {}) =>
  moved(from, { key, shift: false, far: false, ...held }, SIZE);

test("keys move within the table, and with Shift draw the selection along", () => {
  const first = only({ row: 0, column: 0 });
  expect(press(first, "ArrowUp")).toEqual(first);
  expect(press(first, "ArrowDown", { far: true })).toEqual(only({ row: 2, column: 0 }));
  expect(press(first, "a")).toBeNull();
  const drawn = press(only({ row: 1, column: 1 }), "ArrowLeft", { shift: true });
  expect(drawn && rangeOf(drawn)).toEqual({ top: 1, bottom: 1, left: 0, right: 1 });
  expect(drawn && isWithin(rangeOf(drawn), { row: 1, column: 0 })).toBe(true);
});

const COLUMNS: Column[] = [
  { name: "title", label: "Title", type: "text" },
  { name: "hours", label: "Hours", type: "number" },
  { name: "total", label: "Total", type: "number", formula: "row.hours * 2.0" },
  { name: "who", label: "Who", type: "user" },
];
const REFERENCES = { "(people)": [{ id: "usr_1", label: "Ada" }] };
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

test("what is copied is pasted as it was, also by spreadsheets", () => {
  const cells = [
    ["a\tb", '"quoted"', "two\nlines"],
    ["", "1", "=SUM(A1)"],
  ];
  expect(fromText(toText(cells))).toEqual([cells[0], ["", "1", "'=SUM(A1)"]]);
  expect(cellText(COLUMNS[3] as Column, "usr_1", REFERENCES)).toBe("Ada");
});

test("pasted cells are read by their fields, one fills a range, and what does not fit says so", () => {
  expect(pasted([["x", "1,5", "9", "ada"]], COLUMNS, at(0, 0), REFERENCES)).toEqual([
    { row: 0, column: COLUMNS[0], value: "x" },
    { row: 0, column: COLUMNS[1], value: 1.5 },
    { row: 0, column: COLUMNS[3], value: "usr_1" },
  ]);
  expect(pasted([["2"]], COLUMNS, at(4, 1, 6), REFERENCES).map((one) => "value" in one && one.value)).toEqual([2, 2, 2]);
  expect(pasted([["many"]], COLUMNS, at(0, 1), REFERENCES)).toEqual([
    { row: 0, column: COLUMNS[1], problem: "Hours: “many” is no number" },
  ]);
});

test("what was done is taken back and done again, until something else is done", () => {
  const step = [{ id: "r1", before: { hours: 1 }, after: { hours: 2 } }];
  const once = noted(NO_EDITS, step);
  const back = undone(once);
  expect(back?.step).toEqual([{ id: "r1", before: { hours: 2 }, after: { hours: 1 } }]);
  expect(back && redone(back.edits)).toEqual({ step, edits: once });
  expect(back && redone(noted(back.edits, step))).toBeNull();
  expect(undone(NO_EDITS)).toBeNull();
});
