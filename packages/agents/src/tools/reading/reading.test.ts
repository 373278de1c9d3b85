import type { Outcome } from "@edgewright/contracts";
import { largeProject } from "@edgewright/testing";
import { noPause } from "@edgewright/testing/growth";
import { must } from "@edgewright/testing/must";
import { describe, expect, it } from "vitest";
import { closestPaths } from "./closest-paths.ts";
import { listFiles, outlineOf } from "./list-files.ts";
import { readText } from "./read-file.ts";
import { searchFiles } from "./search-files.ts";

const PROJECT = largeProject();
const FILES = { "src/a.ts": "one\nTwo (2)\nthree\nfour\nfive\n", "src/lib/b.ts": "two\n", "server/index.ts": "export default 1;\n" };
const told = (outcome: Outcome<string>) =>
  outcome.ok ? outcome.value : `${outcome.error.code}: ${outcome.error.message} ${outcome.error.next}`;

describe("a listing", () => {
  it("has a line for each file, of all or under a folder", () => {
    expect(told(listFiles(FILES, undefined))).toBe("server/index.ts (2 lines)\nsrc/a.ts (6 lines)\nsrc/lib/b.ts (2 lines)");
    expect(told(listFiles(FILES, "./src/lib/"))).toBe("src/lib/b.ts (2 lines)");
    expect(told(listFiles(FILES, "src/libs"))).toMatch(/^not_found: There is nothing under src\/libs\. The closest there are: src\/lib/);
  });

  it("of an outline is of a folder or a file, and says how much is left out", async () => {
    expect(told(await outlineOf(FILES, "server", noPause))).toBe("server/index.ts (2 lines)\n  default 1");
    expect(told(await outlineOf(PROJECT, undefined, noPause))).toMatch(/\(\d+ more files: call it with "under" for a folder\.\)$/);
  });
});

describe("reading", () => {
  it("gives a whole file as it is, and lines of it with their numbers", () => {
    expect(told(readText("a", FILES["src/a.ts"]))).toBe(FILES["src/a.ts"]);
    expect(told(readText("a", FILES["src/a.ts"], 2, 3))).toBe("2 | Two (2)\n3 | three\n(of 6 lines)");
    expect(told(readText("a", FILES["src/a.ts"], 5))).toBe("5 | five\n6 | \n(of 6 lines)");
    expect(told(readText("a", FILES["src/a.ts"], 9))).toMatch(/^not_found: a has only 6 lines\. Read from a line between 1 and 6\.$/);
    expect(told(readText("a", FILES["src/a.ts"], 4, 2))).toMatch(/^tool_arguments/);
  });

  it("shows a very long file in part and says where to go on", () => {
    const text = Array.from({ length: 5_000 }, (_, line) => `const row${line} = ${line};`).join("\n");
    const shown = told(readText("a", text));
    expect(shown.length).toBeLessThan(70_000);
    const next = Number(must(/go on from (\d+)\)$/.exec(shown))[1]);
    expect(told(readText("a", text, next))).toContain(`${next} | const row${next - 1} =`);
    expect(told(readText("a", "x".repeat(100_000))).length).toBeLessThan(3_000);
  });
});

describe("a search", () => {
  it("gives each line that matches, with the lines around", async () => {
    expect(told(await searchFiles(FILES, { pattern: "two", flags: "i" }, noPause))).toBe(
      "src/a.ts\n  2: Two (2)\n\nsrc/lib/b.ts\n  1: two\n\n(2 lines in 2 files.)",
    );
    expect(told(await searchFiles(FILES, { pattern: "^t\\w+e$", under: "src/a.ts", context: 1 }, noPause))).toBe(
      "src/a.ts\n  2- Two (2)\n  3: three\n  4- four\n\n(1 lines in 1 files.)",
    );
    expect(told(await searchFiles(FILES, { pattern: "nowhere" }, noPause))).toBe("Nothing matches nowhere.");
  });

  it("says what is wrong with a pattern and what to do", async () => {
    expect(told(await searchFiles(FILES, { pattern: "(" }, noPause))).toMatch(
      /^tool_arguments: The pattern is not a regular expression.*backslash/,
    );
    expect(told(await searchFiles(FILES, { pattern: "(?=x)" }, noPause))).toMatch(/no look-around/);
    expect(told(await searchFiles(FILES, { pattern: "x", flags: "q" }, noPause))).toMatch(/There is no flag q/);
    expect(told(await searchFiles(FILES, { pattern: "x".repeat(2_000) }, noPause))).toMatch(/more than 1000 characters/);
  });

  it("ends soon whatever the pattern is, and shows a bounded part of what it found", async () => {
    const trap = { "a.ts": `${"a".repeat(5_000)}!\n`.repeat(20) };
    expect(told(await searchFiles(trap, { pattern: "(a+)+$" }, noPause))).toBe("Nothing matches (a+)+$.");
    const many = told(await searchFiles(PROJECT, { pattern: "import", context: 3 }, noPause));
    expect(many.length).toBeLessThan(25_000);
    expect(many).toMatch(/\(\d{4} lines in \d{3} files\. More than can be shown/);
  });
});

describe("a path that is not there", () => {
  it.each([
    ["src/features/invoices/InvoicesList.tsx", "src/features/invoices/InvoiceList.tsx"],
    ["src/components/button.tsx", "src/components/Button.tsx"],
    ["src/InvoiceList.tsx", "src/features/invoices/InvoiceList.tsx"],
    ["server/index.js", "server/index.ts"],
  ])("%s is told %s", (wanted, meant) => {
    expect(closestPaths(Object.keys(PROJECT), wanted)[0]).toBe(meant);
  });

  it("that is like none is told none", () => {
    expect(closestPaths(Object.keys(FILES), "qqq")).toEqual([]);
  });
});
