/** Slips that have a cause of their own: applied where what was meant is sure, refused by that cause where it is not. */
import { describe, expect, it } from "vitest";
import { applyEdits } from "./apply-edits.ts";

const edit = (search: string, replace: string) => ({ search, replace });
const came = (file: string, ...edits: { search: string; replace: string }[]) => {
  const result = applyEdits(file, edits);
  return result.ok ? result.value : { message: result.error.message, next: result.error.next, candidates: result.error.candidates };
};
const refused = (about: string) => ({
  message: expect.stringContaining(about),
  next: expect.stringMatching(/\w/),
  candidates: expect.any(Array),
});

const FILE = `import { a } from "a";

export function App({ items }: Props) {
  const open = items.filter((item) => item.open && !item.done);
  return (
    <ul>
      {open.map((item) => <li>{item.title} – it’s open</li>)}
    </ul>
  );
}
`;
const FILTER = "  const open = items.filter((item) => item.open && !item.done);";

describe("an edit with nothing to do", () => {
  it("is noted, and the others are made", () => {
    expect(came("x\ny\n", edit("x", "x"), edit("y", "z"))).toEqual({
      text: "x\nz\n",
      notes: [expect.stringMatching(/^Edit 1 was left out.*are the same\.$/)],
    });
    expect(came("x = 2;\ny = 1;\n", edit("x = 1;", "x = 2;"), edit("y = 1;", "y = 3;"))).toMatchObject({ text: "x = 2;\ny = 3;\n" });
    expect(came("a\nb\n", edit("a", "x"), edit("a", "x"))).toMatchObject({ text: "x\nb\n", notes: [expect.stringContaining("edit 1")] });
  });

  it("is refused where there is no other", () => {
    expect(came("a\nb\n", edit("a", "a"), edit("b", "b"))).toEqual(refused("are the same"));
  });
});

describe("line numbers", () => {
  const done = FILE.replace(FILTER, "  const open = items;");

  it.each([
    ["of a file that was read", `4 | ${FILTER}\n5 |   return (`, "4 |   const open = items;\n5 |   return ("],
    ["of a finding", `  > 4 | ${FILTER}`, "  > 4 |   const open = items;"],
    ["of a search", `  4: ${FILTER}`, "  4:   const open = items;"],
    ["of another tool", `     4\t${FILTER}`, "     4\t  const open = items;"],
    ["in the search text alone", `4 | ${FILTER}`, "  const open = items;"],
    [
      "over a blank line",
      `2 | \n3 | export function App({ items }: Props) {\n4 | ${FILTER}`,
      "2 | \n3 | export function App({ items }: Props) {\n4 |   const open = items;",
    ],
  ])("that agree are left off: %s", (_, search, replace) => {
    expect(came(FILE, edit(search, replace))).toEqual({ text: done, notes: [] });
  });

  it("tell one place from another that is alike", () => {
    expect(came("a();\nb();\na();\n", edit("3 | a();", "3 | c();"))).toMatchObject({ text: "a();\nb();\nc();\n" });
  });

  it.each([
    ["with the file", `9 | ${FILTER}`, "9 |   const open = items;", "says line 9, but what it has there is at line 4"],
    ["with each other", `4 | ${FILTER}`, "40 |   const open = items;", "begins with line number 4, the replacement with 40"],
    ["in that some lines have none", `4 | ${FILTER}`, "4 |   const open = items;\n  more();", "others have none"],
    [
      "with a search text that has none",
      `${FILTER}\n  return (`,
      "4 |   const open = items;\n5 |   return (",
      "has line numbers, from 4 on",
    ],
  ])("that disagree are refused: %s", (_, search, replace, why) => {
    expect(came(FILE, edit(search, replace))).toEqual(refused(why));
  });

  it("that are the file's own text stay", () => {
    expect(came("1 | a\n2 | b\n", edit("2 | b", "2 | c"))).toMatchObject({ text: "1 | a\n2 | c\n" });
  });
});

describe("characters that only look the same", () => {
  it("keep the file's where the replacement keeps them", () => {
    expect(came('const price = "1\u00a0000\u00a0kr";\n', edit('const price = "1 000 kr";', 'const price = "2 000 kr";'))).toMatchObject({
      text: 'const price = "2\u00a0000\u00a0kr";\n',
    });
    expect(came('const name = "Ame\u0301lie";\n', edit('const name = "Am\u00e9lie";', 'const name = "Zo\u00eb";'))).toMatchObject({
      text: 'const name = "Zo\u00eb";\n',
    });
    const line = "      {open.map((item) => <li>{item.title} - it's open</li>)}";
    expect(came(FILE, edit(line, line.replace("open<", "still open<")))).toMatchObject({ text: FILE.replace("’s open", "’s still open") });
    expect(came(FILE, edit("import { a } from “a”;", "import { a, b } from “a”;"))).toMatchObject({
      text: FILE.replace("{ a }", "{ a, b }"),
    });
    expect(came(FILE, edit(FILTER.replace("open", "open\u200b"), "  const open = items;"))).toMatchObject({
      text: FILE.replace(FILTER, "  const open = items;"),
    });
  });

  it("are named where the replacement has more of them", () => {
    expect(came('const price = "1\u00a0000\u00a0kr";\n', edit('const price = "1 000 kr";', 'const price = "1 000 000 kr";'))).toEqual(
      refused("Line 1 of the file has a no-break space (U+00A0) where the search text has a space (U+0020)"),
    );
    expect(came(FILE, edit("import { a } from “a”;", "import { a } from “a”;\nimport b from “b”;"))).toEqual(
      refused("the search text has a curly quote ”"),
    );
  });

  it("of another alphabet are other words, and are named", () => {
    expect(came(FILE, edit(FILTER.replace("open", "оpen"), "gone"))).toEqual(refused("has о (Cyrillic, U+043E) and the file o (U+006F)"));
    expect(came("alpha();\nbeta();\n", edit("аlpha();", "gone();"))).toEqual(refused("Cyrillic"));
    expect(came(FILE, edit(FILTER.replace("open", "Open"), "gone"))).toEqual(refused("Only upper and lower case differ"));
  });
});

describe("a search text in a wrapping", () => {
  it.each([
    ["HTML", "  const open = items.filter((item) =&gt; item.open &amp;&amp; !item.done);", "escaped as in HTML"],
    ["a string's quotes", 'import { a } from \\"a\\";', "escaped as in a string"],
    ["a string's line ends", "  return (\\n    <ul>", "escaped as in a string"],
    ["a fence", "```tsx\n  return (\n    <ul>\n```", "in a fence"],
    ["a diff", "-  return (\n-    <ul>\n+  return null", "marks of a diff"],
    ["a quotation", ">   return (\n>     <ul>", "quotation"],
  ])("is refused with what was meant: %s", (_, search, why) => {
    expect(came(FILE, edit(search, "gone"))).toEqual(refused(why));
  });

  it("is the file's own text where the file has it so", () => {
    expect(came("<p>a &amp; b</p>\n", edit("a &amp; b", "a &lt; b"))).toMatchObject({ text: "<p>a &lt; b</p>\n" });
    expect(came('say("a\\nb");\n', edit('say("a\\nb");', "$& \\n $1"))).toMatchObject({ text: "$& \\n $1\n" });
  });
});

it("a remark in place of code never gets into the file, with dots or without", () => {
  for (const remark of [
    "// rest of the code unchanged",
    "{/* existing code */}",
    "// ... same as before",
    "<!-- remaining content stays the same -->",
  ])
    expect(came(FILE, edit(FILTER, `  ${remark}\n  const x = 1;`))).toEqual(refused("leaves code out"));
  expect(came(FILE, edit(FILTER, "  // existing users keep their rows\n  const open = items;"))).toMatchObject({ notes: [] });
});
