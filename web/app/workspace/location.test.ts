import { describe, expect, it } from "vitest";
import { readPlace, writePlace } from "./location.ts";

describe("the workspace's address", () => {
  it("is read and written without loss", () => {
    const params = writePlace(new URLSearchParams(), { tab: "code", file: "src/App.tsx", line: 12, version: 3 });
    expect(readPlace(params)).toEqual({
      tab: "code",
      file: "src/App.tsx",
      line: 12,
      version: 3,
      table: null,
      view: null,
      as: null,
      in: null,
    });
  });

  it("leaves out what is not set", () => {
    const params = writePlace(new URLSearchParams("tab=code&file=a.ts&other=1"), { file: null, line: null });
    expect(params.toString()).toBe("tab=code&other=1");
  });

  it("takes nonsense for nothing chosen", () => {
    expect(readPlace(new URLSearchParams("tab=admin&version=-1&line=x"))).toEqual({
      tab: null,
      file: null,
      line: null,
      version: null,
      table: null,
      view: null,
      as: null,
      in: null,
    });
  });
});
