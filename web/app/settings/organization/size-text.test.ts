import { expect, test } from "vitest";
import { sizeText } from "./size-text.ts";

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1_500, "1.5 kB"],
  [123_456, "123 kB"],
  [2_000_000_000_000, "2000 GB"],
])("%i is %s", (bytes, words) => {
  expect(sizeText(bytes)).toBe(words);
});
