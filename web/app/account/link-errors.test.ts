import { expect, test } from "vitest";
import { linkError } from "./link-errors.ts";

const of = (query: string) => linkError(new URLSearchParams(query));

test("a spent link says so, however it is written", () => {
  expect(of("error=INVALID_TOKEN")?.title).toContain("expired or was used");
  expect(of("error=token_expired")).toEqual(of("error=INVALID_TOKEN"));
});

test("what is not known is neither shown nor trusted", () => {
  expect(of("error=constructor")).toEqual(of("error=%3Cscript%3E"));
  expect(of("error=constructor")?.title).toBe("That did not work.");
});

test("no error, no words", () => expect(of("next=/")).toBeNull());
