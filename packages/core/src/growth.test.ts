/** Paths and JSON from outside cost no more than their length. */
import { expectLinear, repeated } from "@edgewright/testing/growth";
import { describe, expect, it } from "vitest";
import { JSON_VALUES_MAX, parseJson } from "./json.ts";
import { archiveNames, checkTogether } from "./path.ts";

const paths = (count: number, path: (index: number) => string) => Array.from({ length: count }, (_, index) => path(index));

describe("paths", () => {
  it.each<[string, (index: number) => string]>([
    ["that become the same name", (index) => paths(9, (bit) => ((index >> bit) & 1 ? "?" : "*")).join("")],
    ["of devices", (index) => `con.${index % 3}`],
    ["in deep folders", (index) => `${"a/".repeat(90)}${index}?`],
  ])("of an archive cost their number: %s", (_name, path) => expectLinear((size) => paths(size, path), archiveNames, 800));

  it("beside one another cost their number", () =>
    expectLinear((size) => paths(size, (index) => `${"a/".repeat(90)}${index}`), checkTogether, 1600));
});

describe("JSON", () => {
  it.each(["1,", "1.5,", `1${"0".repeat(390)}1,`, "[],", '{"a":1},', '"a",', "["])("costs its length when it is many %s", (shape) =>
    expectLinear(
      (size) => `[${repeated(shape)(size)}1]`,
      (text) => parseJson(text),
      256 * 1024,
    ),
  );

  it("has no more values than a request needs", () => {
    const values = (count: number) => parseJson(JSON.stringify(Array.from({ length: count }, () => 1)));
    expect(values(JSON_VALUES_MAX - 1)).toMatchObject({ ok: true });
    expect(values(JSON_VALUES_MAX + 1)).toMatchObject({ ok: false, error: { code: "too_large" } });
  });
});
