/** Lists of addresses and people's names cost no more than their length. */
import { expectLinear, repeated } from "@edgewright/testing/growth";
import { describe, expect, it } from "vitest";
import { pastedAddresses } from "./email-address.ts";
import { nameFor, personName } from "./person-name.ts";

/** Of a pasted list, by its schema. */
const LIST_MAX = 20_000;

describe("a pasted list", () => {
  it.each(["a", "a@b.c ", '"', '"a",', '"@",', "(", "(@", "<a@", "a.", "@", ",", "\\", "[@", "a <", "(a)@", "a@b.c,\n", "é "])(
    "costs its length when it is many %j",
    (shape) => expectLinear(repeated(shape), pastedAddresses, LIST_MAX),
  );

  it("is read in the usual form however many there are", () => {
    const list = Array.from({ length: 400 }, (_, index) => `Ada Byron ${index} <ada${index}@example.org>`).join(", ");
    expect(pastedAddresses(list).filter(({ address }) => address === null)).toEqual([]);
  });

  it("is no address where brackets go deeper than anybody writes", () => {
    const given = `${"(".repeat(9_000)}a@example.org`;
    expect(pastedAddresses(given)).toEqual([{ given, address: null }]);
  });
});

it.each(["a", "\u202a", " ", ".", "+", "-"])("costs the length of a name of many %j", (shape) =>
  expectLinear(
    repeated(shape),
    (text) => {
      personName(text);
      nameFor("", text);
    },
    128 * 1024,
  ),
);
