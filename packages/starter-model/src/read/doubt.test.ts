import { expect, it } from "vitest";
import { readingOf } from "../read-prompt.ts";

const asked = (prompt: string) => readingOf(prompt).asks;

it("what stands before a list of its fields is said outright, and not asked about", () => {
  const prompt =
    "theatre wigs\n- wig (code, maker, size, colour, price)\n- customer (name, phone, show date)\n- fitting: customer, wig, date, time, changes needed";
  expect(asked(prompt)).toBeNull();
});

it("a word that nobody knows is asked about, list or not", () => {
  expect(asked("Want a place for my glorfs - name, colour, bought on, price")).not.toBeNull();
});
