/** What the words of a field say of its type and its options. */
import { expect, it } from "vitest";
import { readField } from "./field.ts";
import { Asides } from "./text.ts";

function typeOf(label: string): string | undefined {
  const asides = new Asides();
  return readField(asides.mask(label), asides)?.type;
}

it.each([
  ["date", ["moved in", "handed over", "back on", "frozen on", "delivery day", "birthdate", "valid from"]],
  ["datetime", ["stopped at", "woke up at", "running again at"]],
  ["time", ["hour", "from hour"]],
  ["number", ["diameter mm", "gross kg", "litres used", "square metres", "temperature on arrival", "flow rate"]],
  ["integer", ["goals against", "number of windows", "how many animals they can take", "age from", "days off", "rest days"]],
  ["money", ["cost per year", "price per day", "float at start", "what it cost"]],
  ["boolean", ["payed", "needs a truck", "may swim", "out of order"]],
  ["text", ["bought from", "last seen where", "blood pressure", "opening hours", "number of the shelf", "phone model", "depends on"]],
])("is %s for %j", (type, labels) => expect(labels.map((label) => [label, typeOf(label)])).toEqual(labels.map((label) => [label, type])));

it.each(["yield l/s", "vibration mm/s", "answer needed by", "membership paid until", "day when must be ready"])(
  "has no options where its words only look like some: %s",
  (label) => {
    const asides = new Asides();
    expect(readField(asides.mask(label), asides)?.options).toBeUndefined();
  },
);
