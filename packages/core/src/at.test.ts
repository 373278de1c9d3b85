import { expect, test } from "vitest";
import { at, first, last } from "./at.ts";

test("an item of a list is returned, undefined items too", () => {
  expect(at([1, undefined, 3], 1)).toBeUndefined();
  expect(at(Int32Array.of(4, 5), 1)).toBe(5);
  expect([first("ab"), last("ab")]).toEqual(["a", "b"]);
});

test.each([-1, 2, 0.5, Number.NaN])("index %s of two items is a fault that says so", (index) => {
  expect(() => at(["a", "b"], index)).toThrow(`There is no item ${index} in a list of 2.`);
});

test("an empty list has no first and no last item", () => {
  expect(() => first([])).toThrow("There is no item 0 in a list of 0.");
  expect(() => last([])).toThrow(RangeError);
});
