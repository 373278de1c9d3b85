import { expect, test } from "vitest";
import { failureOf, messagesOf } from "./thrown.ts";

const query = (cause: Error) => new Error("Failed query: select 1", { cause });

test.each([
  query(new Error("D1_ERROR: Internal error in D1 DB storage")),
  query(new Error("D1_ERROR: disk I/O error: SQLITE_IOERR")),
  query(new Error("D1_ERROR: database or disk is full: SQLITE_FULL")),
  new Error("Network connection lost."),
])("what cannot be reached or written is said to be out of reach, and what to look at (%#)", (error) => {
  expect(failureOf(error)).toMatchObject({ code: "unavailable", next: expect.stringContaining("disk") });
});

test.each([query(new Error("D1_ERROR: no such column: x: SQLITE_ERROR")), new TypeError("x is undefined"), "thrown text"])(
  "a bug tells nothing of itself (%#)",
  (error) => {
    expect(failureOf(error).code).toBe("internal");
  },
);

test("the log has what caused an error as well", () => {
  expect(messagesOf(query(new Error("no such table")))).toEqual(["Error: Failed query: select 1", "Error: no such table"]);
});
