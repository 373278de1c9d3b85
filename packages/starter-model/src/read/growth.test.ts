/** A description costs no more to read than it is long, whatever people write. */

import { PROMPT_MAX } from "@edgewright/contracts";
import { expectLinear, repeated } from "@edgewright/testing/growth";
import { it } from "vitest";
import { needKinds } from "./needs.ts";
import { understand } from "./understand.ts";

it.each(["each task has a ", "a, ", "Track tasks with title. ", "\n", "who "])("costs its length when it is many %j", (shape) =>
  expectLinear(repeated(shape), understand, PROMPT_MAX),
);

it("looks through a clause without end but once for what it asks", () => expectLinear(repeated("who "), needKinds, PROMPT_MAX));
