import type { Finding } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { listedFindings } from "./findings-text.ts";

const finding = (file: string, line: number, code: string, message: string): Finding => ({ file, line, column: 1, code, message });
const source = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`).join("\n");
const unknown = (line: number, name = "total") => finding("a.ts", line, "TS2304", `Cannot find name '${name}'.`);

describe("findings as a model reads them", () => {
  it("are said as file, line, code and message, with the lines around", () => {
    expect(listedFindings([unknown(10)], { "a.ts": source })).toBe(
      [
        "a.ts:10 TS2304 Cannot find name 'total'.",
        "    8 | line 8",
        "    9 | line 9",
        "  > 10 | line 10",
        "    11 | line 11",
        "    12 | line 12",
      ].join("\n"),
    );
  });

  it("stand together by file, in the order in which the files were found", () => {
    const text = listedFindings([finding("b.ts", 1, "TS1", "x"), unknown(2), finding("b.ts", 3, "TS2", "y")], {});
    expect(text.split("\n").filter((line) => line !== "")).toEqual([
      "b.ts:1 TS1 x",
      "b.ts:3 TS2 y",
      "a.ts:2 TS2304 Cannot find name 'total'.",
    ]);
  });

  it("say the same message once, with all its lines", () => {
    const text = listedFindings([unknown(4), unknown(20), unknown(20), unknown(12)], { "a.ts": source });
    expect(text).toContain("a.ts:4 TS2304 Cannot find name 'total'. (also in lines 12, 20)");
    expect(text.match(/Cannot find name/g)).toHaveLength(1);
  });

  it("leave nothing out for a finding that is numbered like syntax, though the file can be read", () => {
    const text = listedFindings([finding("a.ts", 1, "TS1192", "Module has no default export."), unknown(4)], {});
    expect(text).toContain("Cannot find name");
    expect(listedFindings([finding("a.ts", 1, "TS1005", "';' expected."), unknown(4)], {})).not.toContain("Cannot find name");
  });

  it("show lines that lie near each other once", () => {
    const text = listedFindings([unknown(4), unknown(5, "sum"), unknown(20, "mean")], { "a.ts": source });
    expect(text.match(/\| line 5\b/g)).toHaveLength(1);
    expect(text).toContain("    7 | line 7\n      …\n    18 | line 18");
  });

  it("leave out what follows from code that cannot be read, or from a module that is not there", () => {
    const syntax = listedFindings([finding("a.ts", 1, "TS1005", "';' expected."), unknown(2), unknown(3, "x")], {});
    expect(syntax).toBe("a.ts:1 TS1005 ';' expected.\n2 more findings follow from the above.");
    const untyped = finding("a.ts", 9, "TS7006", "Parameter 'row' implicitly has an 'any' type.");
    const module = listedFindings([finding("a.ts", 1, "TS2307", "Cannot find module './x'."), untyped, unknown(3)], {});
    expect(module).toContain("TS2304");
    expect(module).not.toContain("TS7006");
    expect(module).toContain("One more finding follows from the above.");
  });

  it("keep to a length whatever there is to say", () => {
    const many = Array.from({ length: 200 }, (_, file) =>
      Array.from({ length: 40 }, (_, line) => finding(`src/f${file}.ts`, line + 1, "TS2304", `${"x".repeat(900)}${line}`)),
    ).flat();
    const text = listedFindings(many, {});
    expect(text.length).toBeLessThan(30_000);
    expect(text).toContain("… and 28 more in src/f0.ts.");
    expect(text).toContain("… and more in src/f");
  });

  it("need neither a file nor a line", () => {
    expect(listedFindings([finding("gone.ts", 0, "BOOT", "Nothing was rendered.")], {})).toBe("gone.ts:0 BOOT Nothing was rendered.");
  });
});
