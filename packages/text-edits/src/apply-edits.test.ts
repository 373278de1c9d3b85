import { describe, expect, it } from "vitest";
import { applyEdits, EDITS_MAX } from "./apply-edits.ts";
import { EXACT_ABOVE } from "./locate.ts";

const lines = (...all: string[]) => `${all.join("\n")}\n`;
const edit = (search: string, replace: string) => ({ search, replace });
const applied = (file: string, ...edits: { search: string; replace: string }[]) => {
  const result = applyEdits(file, edits);
  return result.ok ? result.value.text : result.error;
};

const FILE = lines(
  "export function total(items: Item[]) {",
  "  let sum = 0;",
  "",
  "  for (const item of items) {",
  "    sum += item.price;",
  "  }",
  "",
  "  return sum;",
  "}",
);

describe("an exact edit", () => {
  it("takes the replacement as text, dollar signs and all", () => {
    expect(applied("a = 1;", edit("1", "$& $1 $$"))).toBe("a = $& $1 $$;");
  });

  it("is refused where the text is there more than once, with the lines and what would help", () => {
    expect(applied("x\ny\nx\n", edit("x", "z"))).toMatchObject({
      code: "edit_ambiguous",
      candidates: [1, 3],
      message: expect.stringContaining("lines 1 and 3"),
      next: expect.stringContaining("Add lines"),
    });
  });

  it("tells a whole word from the start of another one", () => {
    expect(applied("const x12 = 0;\nconst x1 = 1;\n", edit("const x1", "const y"))).toBe("const x12 = 0;\nconst y = 1;\n");
  });

  it("is ambiguous within words as well", () => {
    expect(applied("x12 = x13;\n", edit("x1", "y"))).toMatchObject({ code: "edit_ambiguous", candidates: [1] });
    expect(applied("x12;\nx13;\n", edit("x1", "y"))).toMatchObject({ code: "edit_ambiguous", candidates: [1, 2] });
  });

  it("does not double the comma, the blank line or the depth that the search text lost at its ends", () => {
    expect(applied("f(\n  a,\n  b,\n);\n", edit("  a", "  a,\n  c,"))).toBe("f(\n  a,\n  c,\n  b,\n);\n");
    expect(applied("a\n\nb\n", edit("b", "\nc"))).toBe("a\n\nc\n");
    expect(applied("{\n    one();\n}\n", edit("one();", "    two();\n    three();"))).toBe("{\n    two();\n    three();\n}\n");
    expect(applied("{\n    one();\n}\n", edit("one();", "two();\nthree();"))).toBe("{\n    two();\n    three();\n}\n");
    const tags = edit("<A />", "<B />\n    <C></C>\n    <D />");
    expect(applied("(\n    <A />\n    <Z />\n)\n", tags)).toBe("(\n    <B />\n    <C></C>\n    <D />\n    <Z />\n)\n");
  });
});

describe("an edit whose white space is off", () => {
  const search = "for (const item of items) {\n  sum += item.price;\n}";
  const wanted = FILE.replace("item.price", "item.price * item.count");

  it("keeps the file's depth where the model's was less, in the search text alone or in both", () => {
    expect(applied(FILE, edit(search, "for (const item of items) {\n  sum += item.price * item.count;\n}"))).toBe(wanted);
    expect(applied(FILE, edit(search, "  for (const item of items) {\n    sum += item.price * item.count;\n  }"))).toBe(wanted);
  });

  it("turns the model's spaces into the file's tabs, and one unit into another", () => {
    const toTabs = (text: string) => text.replaceAll("  ", "\t");
    const widened = (text: string) => text.replace(/^ +/gm, (spaces) => spaces + spaces);
    const both = edit(
      "  for (const item of items) {\n    sum += item.price;\n  }",
      "  for (const item of items) {\n    sum += item.price * item.count;\n  }",
    );
    expect(applied(toTabs(FILE), both)).toBe(toTabs(wanted));
    expect(applied(widened(FILE), both)).toBe(widened(wanted));
  });

  it("keeps blank lines that the model lost, and drops those it made up", () => {
    expect(applied(FILE, edit("let sum = 0;\nfor (const item of items) {", "let sum = 1;\nfor (const item of items) {"))).toBe(
      FILE.replace("= 0", "= 1"),
    );
    expect(applied(FILE, edit("  return sum;\n\n}", "  return sum * 2;\n}"))).toBe(FILE.replace("sum;", "sum * 2;"));
  });

  it("is refused where nothing shows how deep the new lines are to stand", () => {
    const flat = edit(
      "for (const item of items) {\nsum += item.price;\n}",
      "for (const item of items) {\nif (item.paid) {\nsum += item.price;\n}\n}",
    );
    expect(applied(FILE, flat)).toMatchObject({ code: "edit_no_match", candidates: [4], message: expect.stringContaining("indented") });
  });

  it("is refused where it fits two places", () => {
    const file = "if (a) {\n  go();\n  stop();\n}\nif (b) {\n    go();\n    stop();\n}\n";
    expect(applied(file, edit("go();\nstop(); ", "stop();"))).toMatchObject({ code: "edit_ambiguous", candidates: [2, 6] });
  });
});

describe("an edit in another style", () => {
  it("keeps the file's quotes, also in what is new", () => {
    const file = "import a from 'a';\nimport b from 'b';\n";
    const search = 'import a from "a";\nimport b from "b";';
    expect(applied(file, edit(search, 'import a from "a";\nimport c from "c";'))).toBe("import a from 'a';\nimport c from 'c';\n");
    expect(applied(file, edit(search, "import a from 'a';\nimport c from 'c';"))).toBe("import a from 'a';\nimport c from 'c';\n");
  });

  it("keeps a comma that the model left off the line it replaces", () => {
    expect(applied("{\n  a: 'x',\n  b: 2,\n}\n", edit('  a: "x"\n  b: 2', '  a: "y"\n  b: 3'))).toBe("{\n  a: 'y',\n  b: 3,\n}\n");
  });

  it("keeps lines that were left out with three dots", () => {
    expect(applied(FILE, edit("  let sum = 0;\n  // ...\n  return sum;", "  let sum = 0;\n  // ...\n  return sum * 2;"))).toBe(
      FILE.replace("return sum", "return sum * 2"),
    );
    expect(applied(FILE, edit("  // ...\n  return sum;", "  }\n\n  return sum * 2;"))).toBe(FILE.replace("return sum", "return sum * 2"));
  });

  it("never writes a remark on code that it leaves out into the file", () => {
    expect(applied(FILE, edit("  return sum;", "  // ... existing code ...\n  return 0;"))).toMatchObject({ code: "edit_no_match" });
  });
});

describe("words that differ", () => {
  it.each([
    ["an identifier", "const x2 = f();", "const x1 = f();"],
    ["a number", "wait(100);", "wait(1000);"],
    ["a word in a string", "say('the list');", "say('a list');"],
    ["a member", "row.name;", "row.title;"],
    ["an operator", "if (a >= b) c();", "if (a > b) c();"],
  ])("are never treated as alike: %s", (_, line, searched) => {
    const file = `before();\n${line}\nafter();\n`;
    const error = applied(file, edit(`before();\n${searched}\nafter();`, "gone();"));
    expect(error).toMatchObject({ code: "edit_no_match", candidates: [1] });
    expect(error).toMatchObject({ message: expect.stringContaining(`line 2:\nsearched: ${searched}\nthe file: ${line}`) });
    expect(error).toMatchObject({ next: expect.stringContaining(`before();\n${line}\nafter();`) });
  });
});

describe("several edits", () => {
  it("are all looked up in the file as it was, in any order", () => {
    expect(applied("abc", edit("c", "a"), edit("a", "c"))).toBe("cba");
  });

  it("may show the same lines, and change none of them twice", () => {
    const file = lines("a", "b", "c", "d");
    expect(applied(file, edit("a\nb\nc", "a\nB\nc"), edit("b\nc\nd", "b\nC\nd"))).toBe(lines("a", "B", "C", "d"));
    expect(applied(file, edit("a\nb", "x"), edit("b\nc", "y"))).toMatchObject({ code: "edit_ambiguous", candidates: [2] });
    expect(applied(file, edit("b", "x"), edit("b", "x"))).toBe(lines("a", "x", "c", "d"));
  });

  it("are none at all when one of them fails, which is named", () => {
    expect(applied("a\nb\n", edit("a", "x"), edit("q", "y"))).toMatchObject({
      code: "edit_no_match",
      message: expect.stringMatching(/^Edit 2: /),
      next: expect.stringContaining("No edit of this file was made"),
    });
  });
});

describe("the bytes of the file", () => {
  it("keep line ends, also mixed ones, byte order mark and final newline", () => {
    expect(applied("\uFEFFa\r\nb\r\nc\r\n", edit("a\nb", "a\nx\ny"))).toBe("\uFEFFa\r\nx\r\ny\r\nc\r\n");
    expect(applied("a\r\nb\nc\r\n", edit("b", "x\ny"))).toBe("a\r\nx\ny\nc\r\n");
    expect(applied("a\nb", edit("b\n", "c\n"))).toBe("a\nc");
    expect(applied("a\nb\n", edit("b\n", "c"))).toBe("a\nc\n");
    expect(applied("a\r\nb", edit("b", "b\nc"))).toBe("a\r\nb\r\nc");
  });
});

describe("an edit with nothing to do", () => {
  it.each([
    ["an empty search text", "a\n", edit("", "b"), "empty"],
    ["a replacement that is the same", "a\n", edit("a", "a"), "same"],
    ["one that was made before", "x = 2;\n", edit("x = 1;", "x = 2;"), "already"],
    ["an insertion that was made before", "a\nb()\n", edit("a\n", "a\nb()\n"), "already"],
    ["only blank lines", "a\n", edit("\n\n\n", "b"), "white space"],
    ["any text in an empty file", "", edit("a", "b"), "not in the file"],
  ])("is refused with the reason: %s", (_, file, change, reason) => {
    expect(applied(file, change)).toMatchObject({
      code: "edit_no_match",
      message: expect.stringContaining(reason),
      next: expect.any(String),
    });
  });

  it("but an empty file may be filled", () => {
    expect(applied("", edit("", "a\n"))).toBe("a\n");
  });
});

describe("much at once", () => {
  const long = lines(...Array.from({ length: 12_000 }, (_, line) => `const v${line} = 1;`));

  it("is refused with what to do, where the edits are too long or have too many lines", () => {
    const next = expect.stringContaining("in several calls");
    for (const search of ["x".repeat(EDITS_MAX.characters), "x\n".repeat(EDITS_MAX.lines)])
      expect(applied(long, edit(search, "y"))).toMatchObject({ code: "too_large", next });
  });

  it("is looked for as it is written, in a file that is no code", () => {
    expect(long.length).toBeGreaterThan(EXACT_ABOVE);
    expect(applied(long, edit("const v7 = 1;", "const v7 = 2;"))).toBe(long.replace("v7 = 1", "v7 = 2"));
    expect(applied(long, edit("const v7 =  1", "const v7 = 2"))).toMatchObject({
      code: "edit_no_match",
      next: expect.stringContaining("exactly"),
    });
  });
});
