import { describe, expect, it } from "vitest";
import { distance, nearestName } from "./distance.ts";

describe("the distance of two names", () => {
  it.each([
    ["total", "total", 0],
    ["totl", "total", 1],
    ["toatl", "total", 1],
    ["totale", "total", 1],
    ["tatal", "total", 1],
    ["Total", "total", 0.5],
    ["sum", "total", 5],
  ])("%s and %s are %d apart", (a, b, apart) => {
    expect(distance(a, b)).toBe(apart);
    expect(distance(b, a)).toBe(apart);
  });
});

describe("the nearest names", () => {
  it("come nearest first, without the name itself", () => {
    expect(nearestName("useStat", ["useState", "useStat", "useRef", "useStatus"]).map(({ name }) => name)).toEqual([
      "useState",
      "useStatus",
    ]);
  });

  it("are none where nothing is near: short names must nearly agree", () => {
    expect(nearestName("id", ["ix", "no", "name"])).toEqual([{ name: "ix", distance: 1 }]);
    expect(nearestName("row", ["col", "rows"])).toEqual([{ name: "rows", distance: 1 }]);
    expect(nearestName("total", ["amount"])).toEqual([]);
  });
});
