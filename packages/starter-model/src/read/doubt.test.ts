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

it("what each one is said of, and became nothing, is asked about", () => {
  const prompt =
    "We fix violins & cellos etc: each instrument that comes in has an owner (name, phone), whats broken, which of our luthiers does it and a promised date";
  expect(asked(prompt)).toContain("Should I keep instruments");
});
