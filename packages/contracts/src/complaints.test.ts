/** No text of the schema library ever reaches anybody. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { complaintsOf } from "./complaints.ts";

const said = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? null : complaintsOf(parsed.error);
};

it.each<[z.ZodType, unknown, string]>([
  [z.object({ name: z.string() }), {}, "name: This is needed"],
  [z.object({ name: z.string() }), { name: 1 }, "name: This must be text, not a number"],
  [z.object({ name: z.string() }), null, "the whole: This must be an object, not null"],
  [z.array(z.number()), ["a"], "0: This must be a number, not text"],
  [z.int(), 1.5, "the whole: This must be a whole number, not a number"],
  [z.string().min(1), "", "the whole: This is empty"],
  [z.string().min(3), "a", "the whole: This must have at least 3 characters"],
  [z.string().max(1), "ab", "the whole: This must have at most 1 character"],
  [z.array(z.string()).max(1), ["a", "b"], "the whole: This must have at most 1 entry"],
  [z.number().max(5), 6, "the whole: This must be at most 5"],
  [z.enum(["a", "b"]), "c", "the whole: This must be one of: a, b"],
  [z.literal("a"), "c", "the whole: This must be a"],
  [z.email(), "x", "the whole: This must be an e-mail address"],
  [z.url(), "x", "the whole: This must be an address such as https://example.com"],
  [z.strictObject({}), { x: 1 }, "the whole: This has parts that are not known: x"],
  [z.union([z.string(), z.number()]), {}, "the whole: This has none of the shapes that are allowed here"],
  [z.number().multipleOf(5), 6, "the whole: This must be a multiple of 5"],
  [z.string("Enter a name."), 1, "the whole: Enter a name"],
])("a value is told what is wrong with it %#", (schema, value, sentence) => expect(said(schema, value)).toBe(sentence));

describe("what every kind of schema says", () => {
  const SCHEMAS = [
    z.string(),
    z.number(),
    z.int(),
    z.boolean(),
    z.date(),
    z.bigint(),
    z.record(z.string(), z.number()),
    z.tuple([z.string()]),
    z.iso.date(),
    z.iso.datetime(),
    z.uuid(),
    z.string().regex(/^a$/),
    z.map(z.string(), z.string()),
    z.discriminatedUnion("k", [z.object({ k: z.literal("a") })]),
    z.string().refine(() => false),
    z.never(),
    z.templateLiteral(["a", z.number()]),
  ];
  const VALUES = [undefined, null, 1, Number.NaN, "x", true, [], {}, { a: "x" }, new Date(Number.NaN)];

  it("is never the library's own text", () => {
    for (const schema of SCHEMAS)
      for (const value of VALUES) expect(said(schema, value) ?? "").not.toMatch(/Invalid|expected|received|Unrecognized|Too (?:big|small)/);
  });
});
