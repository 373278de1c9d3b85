import { expect, it } from "vitest";
import { inOneByte } from "./one-byte.mjs";

it("writes patterns and comments with escapes that mean the same", () => {
  const made = inOneByte("/* „ */ export const found = [/[“”]|決定|\\p{L}/u.exec('x\\u6c7a\\u5b9a')[0], /😀/u.test('\\u{1f600}')];");
  expect(made).toMatch(/^[\0-\xff]*$/);
  // biome-ignore lint/security/noGlobalEval: what it means is what it does
  expect(eval(made.replace("export const found =", ""))).toEqual(["x", true]);
});

it("leaves what fits into one byte as it is", () => {
  expect(inOneByte("export const a = /é/;")).toBe("export const a = /é/;");
});

it("fails where an escape would be another text", () => {
  expect(() => inOneByte("export const a = String.raw`„`;")).toThrow("Write this with an escape");
});
