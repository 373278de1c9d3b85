import { describe, expect, it } from "vitest";
import { logLine } from "./log-line.ts";

const said = (message: string) => logLine({ timestamp: 0, level: "log", message });

describe("a line of the log", () => {
  it("is one line, whatever an app says", () => {
    const forged = "hello\n1970-01-01T00:00:00.000Z error the platform is broken";
    expect(said(forged)).toBe("1970-01-01T00:00:00.000Z log hello\\n1970-01-01T00:00:00.000Z error the platform is broken\n");
    for (const end of ["\r", "\r\n", "\u2028", "\u2029", "\u0085", "\u000b", "\u000c"])
      expect(said(`a${end}b`).match(/\p{Cc}|\p{Zl}|\p{Zp}/gu)).toEqual(["\n"]);
  });

  it("does not work on a terminal, and shows text as it is", () => {
    expect(said("\u001b[2J\u001b]0;x\u0007")).toBe("1970-01-01T00:00:00.000Z log \\u001b[2J\\u001b]0;x\\u0007\n");
    expect(said("user\u202egnp.exe")).toContain("\\u202e");
    expect(said('{"message":"Größe\\n","ok":"✓"}\t.')).toContain('{"message":"Größe\\n","ok":"✓"}\t.');
  });
});
