/** What a line of the log tells costs no more than the length of what it is given. */
import { expectLinear, repeated } from "@edgewright/testing/growth";
import { it } from "vitest";
import { plain } from "./summary.ts";

it.each(["eyJ-", "eyJaaaaaaaa-", "eyJaaaaaaaa.", "://a:", "a", "sk-", "Bearer "])("costs its length when it is many %j", (shape) =>
  expectLinear(repeated(shape), (text) => plain({ fact: text }), 256 * 1024),
);
