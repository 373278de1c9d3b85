import { ACCESS_CLOSE } from "@edgewright/contracts";
import { expect, it } from "vitest";
import { END_BY_CODE } from "./access-ended.ts";

it("the page knows every code with which access ends", () => {
  expect(Object.fromEntries(Object.entries(END_BY_CODE).map(([code, end]) => [end, Number(code)]))).toEqual(ACCESS_CLOSE);
});
