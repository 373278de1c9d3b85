import type { ProviderSettings } from "@edgewright/contracts";
import { describe, expect, test } from "vitest";
import { fieldErrors } from "../../forms/field-errors.ts";
import { factsText } from "./model-facts.ts";
import { moved } from "./order.ts";
import { modelOf, OwnModelValues, valuesOf } from "./own-model-values.ts";
import { changeOf, fieldsOf, ProviderValues } from "./provider-form.ts";

const none = { baseUrl: null, hasKey: false, models: [], ofPlatform: false };
const server: ProviderSettings = { provider: "compatible", ...none };

describe("a provider's form", () => {
  test("sends only what was typed; an empty key leaves the one that is set", () => {
    expect(changeOf({ provider: "openai", ...none }, { baseUrl: "", model: "", key: " sk-1 " })).toEqual({ key: "sk-1" });
    expect(changeOf(server, { baseUrl: "http://localhost/v1", model: " m ", key: "" })).toEqual({
      baseUrl: "http://localhost/v1",
      models: [{ model: "m" }],
    });
  });

  test("asks for an address and a first model of a server alone", () => {
    const empty = { baseUrl: "", model: "", key: "" };
    expect(Object.keys(fieldErrors(ProviderValues(true, true), empty))).toEqual(["baseUrl", "model"]);
    expect(fieldErrors(ProviderValues(false, false), empty)).toEqual({});
  });

  test("shows the API's complaints at its own fields", () => {
    const failure = { status: 400, code: "bad_request" as const, message: "no", fields: { "providers.compatible.models.0.model": "bad" } };
    expect(fieldsOf(failure, "compatible").fields).toEqual({ model: "bad" });
  });
});

describe("a model's form", () => {
  const typed = { ...valuesOf(null), model: "m", contextTokens: "64,000" };
  test("gives no price where none is typed, and the fresh one for cached input", () => {
    expect(modelOf(typed)).toEqual({ model: "m", contextTokens: 64_000, tools: true, price: null });
    expect(modelOf({ ...typed, input: "1", output: "2" }).price).toEqual({ input: 1, cached: 1, output: 2 });
  });

  test("wants both ends of a price, and a window a model can have", () => {
    expect(fieldErrors(OwnModelValues, { ...typed, output: "2" })).toEqual({ input: "A price needs this too." });
    expect(Object.keys(fieldErrors(OwnModelValues, { ...typed, contextTokens: "12", input: "-1", output: "x" }))).toEqual([
      "contextTokens",
      "input",
      "output",
    ]);
  });

  test("opens with what was saved", () => {
    const model = { model: "m", contextTokens: 8000, tools: false, price: { input: 1, cached: 0.5, output: 2 } };
    expect(modelOf(valuesOf(model))).toEqual(model);
  });
});

test("a model's facts fit in a line", () => {
  expect(factsText({ contextTokens: 1_000_000, tools: true, price: { input: 0.25, cached: 0, output: 2 } })).toBe(
    "1M window · $0.25 in, $2 out per million tokens",
  );
  expect(factsText({ contextTokens: 32_000, tools: false, price: null })).toBe("32K window · no tools · price not known");
});

test("an item moves by one place and stays within its list", () => {
  expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
});
