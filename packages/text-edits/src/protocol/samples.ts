/** Answers as models write them, with what they come to. Used by the parser's tests. */
import type { ProtocolEvent } from "./events.ts";

export type Sample = { name: string; answer: string; events: ProtocolEvent[] };

const text = (value: string): ProtocolEvent => ({ type: "text", text: value });
const begin = (path: string): ProtocolEvent => ({ type: "file.begin", path });
const file = (path: string, value: string): ProtocolEvent => ({ type: "file", path, text: value });
const edit = (path: string, ...edits: [string, string][]): ProtocolEvent => ({
  type: "edit",
  path,
  edits: edits.map(([search, replace]) => ({ search, replace })),
});
const problem = (message: string): ProtocolEvent => ({ type: "problem", message });

export const SAMPLES: Sample[] = [
  {
    name: "a whole build",
    answer: `I will make a list.

<plan>
1. Add the table | data/schema.json
- Show it | src/App.tsx, \`src/views/Tasks.tsx\`
- Done
</plan>
<file path="src/views/Tasks.tsx">
export const a = 1 < 2;
</file>
<edit path='src/App.tsx'>
<<<<<<< SEARCH
  return <Home />;
=======
  return <Tasks />;
>>>>>>> REPLACE

<<<<<<< SEARCH
import a from "a";
=======
>>>>>>> REPLACE
</edit>
<delete path=src/old.ts/>
<read path="src/a.ts" />
<rename from="src/a.ts" to="src/b.ts" />
<finish>There is a list.</finish>
`,
    events: [
      text("I will make a list.\n\n"),
      {
        type: "plan",
        steps: [
          { id: "1", title: "Add the table", files: ["data/schema.json"] },
          { id: "2", title: "Show it", files: ["src/App.tsx", "src/views/Tasks.tsx"] },
          { id: "3", title: "Done", files: [] },
        ],
      },
      begin("src/views/Tasks.tsx"),
      file("src/views/Tasks.tsx", "export const a = 1 < 2;\n"),
      edit("src/App.tsx", ["  return <Home />;\n", "  return <Tasks />;\n"], ['import a from "a";\n', ""]),
      { type: "delete", path: "src/old.ts" },
      { type: "read", path: "src/a.ts" },
      { type: "rename", from: "src/a.ts", to: "src/b.ts" },
      { type: "finish", summary: "There is a list." },
    ],
  },
  {
    name: "a question with choices",
    answer: "<ask>\nWho may see it?\nAll of it?\n- Everyone\n* Members\n</ask>",
    events: [{ type: "ask", question: "Who may see it?\nAll of it?", suggestions: ["Everyone", "Members"] }],
  },
  {
    name: "marks within a file, in strings and not alone on their line",
    answer: '<file path="a.ts">\nconst a = "</file>"; // </file>\n  </file>\n</file >\n<edit path="x">\n&lt;b&gt; &amp;\n</file>\nafter',
    events: [
      begin("a.ts"),
      file("a.ts", 'const a = "</file>"; // </file>\n  </file>\n</file >\n<edit path="x">\n&lt;b&gt; &amp;\n'),
      text("after"),
    ],
  },
  {
    name: "a file within a file, and another end",
    answer: '<file path="a.md">\n<file path="b.md">\nx\n</file>\n</file>\n<file path="c.md" end="THE-END">\n</file>\nTHE-END\n',
    events: [begin("a.md"), file("a.md", '<file path="b.md">\nx\n</file>\n'), begin("c.md"), file("c.md", "</file>\n")],
  },
  {
    name: "carriage returns, Chinese and emoji",
    answer: 'Hallo 世界 👩‍👩‍👧\r\n<file path="ü/世界.ts">\r\nconst a = "👍";\r\n\r\n</file>\r\n👋🏽',
    events: [text("Hallo 世界 👩‍👩‍👧\r\n"), begin("ü/世界.ts"), file("ü/世界.ts", 'const a = "👍";\r\n\r\n'), text("👋🏽")],
  },
  {
    name: "an empty file, and one that has no end",
    answer: '<file path="a.ts">\n</file>\n<file path="b.ts">\nconst b',
    events: [
      begin("a.ts"),
      file("a.ts", ""),
      begin("b.ts"),
      problem("b.ts was not finished, so nothing of it was written. Write it again, whole."),
    ],
  },
  { name: "half a mark at the end", answer: "Look: a < b\n<fil", events: [text("Look: a < b\n<fil")] },
  { name: "half a fence at the end", answer: "so\n``", events: [text("so\n``")] },
  {
    name: "what only looks like marks",
    answer: "<files>\n<file>x\n<<< a\n< b\n<div>\n</file>\n`x`\n=======\n",
    events: [text("<files>\n<file>x\n<<< a\n< b\n<div>\n</file>\n`x`\n=======\n")],
  },
  {
    name: "marks of conflicts within an edit that has longer ones",
    answer:
      '<edit path="a.md">\n<<<<<<<< SEARCH\n<<<<<<< SEARCH\n=======\n>>>>>>> REPLACE\n========\nno conflict\n=======\n>>>>>>>> REPLACE\n</edit>\n',
    events: [edit("a.md", ["<<<<<<< SEARCH\n=======\n>>>>>>> REPLACE\n", "no conflict\n=======\n"])],
  },
  {
    name: "edits that are not whole",
    answer:
      '<edit path="a.ts">\n<<<<<<< SEARCH\nx\n>>>>>>> REPLACE\n</edit>\n<edit path="b.ts">\nx\n</edit>\n<edit path="c.ts">\n</edit>\n<edit>\n<<<<<<< SEARCH\nx\n=======\n>>>>>>> REPLACE\n</edit>\n<edit path="d.ts">\n<<<<<<< SEARCH\n',
    events: [
      problem(
        "The edit of a.ts was not made: a block has no ======= between SEARCH and REPLACE. Write it again, each block with its three marks.",
      ),
      problem("The edit of b.ts was not made: this line is in none of its blocks: x. Write it again, each block with its three marks."),
      problem("The edit of c.ts was not made: it has no SEARCH block. Write it again, each block with its three marks."),
      problem("<edit> has no path, so nothing of it was taken. Write it again, and say it in the mark."),
      problem('An edit does not say of which file, so it was not made. Put it into <edit path="…">.'),
      problem("The edit of d.ts was not finished, so it was not made. Write it again, whole."),
    ],
  },
  {
    name: "a block below its path, and one in a fence",
    answer:
      "src/a.ts\n<<<<<<< SEARCH\nx\n=======\ny\n>>>>>>> REPLACE\n\n**src/b.ts**\n\n```ts\n<<<<<<< SEARCH\nx\n=======\n```\n>>>>>>> REPLACE\n```\nend",
    events: [edit("src/a.ts", ["x\n", "y\n"]), text("\n"), edit("src/b.ts", ["x\n", "```\n"]), text("end")],
  },
  {
    name: "fenced files, their paths said in many ways",
    answer: [
      "```tsx src/A.tsx\n1\n```",
      "```tsx path=src/B.tsx\n2\n```",
      '~~~ts title="src/C.ts"\n3\n```\n~~~',
      "```ts:src/D.ts\n4\n````",
      "### `src/E.ts`:\n\n```ts\n5\n```",
      '  ```json package.json\n  {\n    "a": 1\n  }\n  ```',
      "```src/F.ts\n```",
    ].join("\n"),
    events: [
      begin("src/A.tsx"),
      file("src/A.tsx", "1\n"),
      begin("src/B.tsx"),
      file("src/B.tsx", "2\n"),
      begin("src/C.ts"),
      file("src/C.ts", "3\n```\n"),
      begin("src/D.ts"),
      file("src/D.ts", "4\n"),
      begin("src/E.ts"),
      file("src/E.ts", "5\n"),
      begin("package.json"),
      file("package.json", '{\n  "a": 1\n}\n'),
      begin("src/F.ts"),
      file("src/F.ts", ""),
    ],
  },
  {
    name: "fences within a Markdown file",
    answer: "````md docs/a.md\n```ts\n1\n```\n````\n```md docs/b.md\n# B\n```ts\n2\n```\nend\n```\nmore",
    events: [
      begin("docs/a.md"),
      file("docs/a.md", "```ts\n1\n```\n"),
      begin("docs/b.md"),
      file("docs/b.md", "# B\n```ts\n2\n```\nend\n"),
      text("more"),
    ],
  },
  {
    name: "code that is part of the prose, with marks in it",
    answer: 'Such as\n```ts\n<file path="a.ts">\n</file>\n<<<<\n`a`\n```\nand ```b``` in a line.\nsrc/a.ts\nis the file.\n```\nopen',
    events: [
      text('Such as\n```ts\n<file path="a.ts">\n</file>\n<<<<\n`a`\n```\nand ```b``` in a line.\nsrc/a.ts\nis the file.\n```\nopen'),
    ],
  },
  {
    name: "a unified diff of several files",
    answer:
      "```diff\ndiff --git a/src/a.ts b/src/a.ts\nindex 1..2 100644\n--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,3 +1,3 @@ f\n a\n-b\n+c\n\n@@ wrong @@\n-d\n\\ No newline at end of file\n--- /dev/null\n+++ b/new.ts\n@@ -0,0 +1 @@\n+n\n--- old.ts\n+++ /dev/null\n@@ -1 +0,0 @@\n-o\ndiff --git a/x.ts b/y.ts\nrename from x.ts\nrename to y.ts\n```\n",
    events: [
      edit("src/a.ts", ["a\nb\n\n", "a\nc\n\n"], ["d\n", ""]),
      begin("new.ts"),
      file("new.ts", "n\n"),
      { type: "delete", path: "old.ts" },
      { type: "rename", from: "x.ts", to: "y.ts" },
    ],
  },
  {
    name: "a diff without headers, below its path, and one of nothing",
    answer:
      "src/a.ts\n```diff\n-a\n+b\n```\n```diff src/b.ts\n@@ @@\n-a\n+b\n```\n```diff\n--- a/c.ts\n+++ b/c.ts\n@@ @@\n x\n```\n```diff\n- prose\n```\n",
    events: [
      edit("src/a.ts", ["a\n", "b\n"]),
      edit("src/b.ts", ["a\n", "b\n"]),
      problem("The diff changes nothing. Mark its lines with - and +."),
      text("```diff\n- prose\n```\n"),
    ],
  },
  {
    name: "a file that has a fence within its marks",
    answer: '<file path="a.ts">\n```ts\n1\n```\n</file>\n<file path="a.md">\n```ts\n1\n```\n</file>\n',
    events: [begin("a.ts"), file("a.ts", "1\n"), begin("a.md"), file("a.md", "```ts\n1\n```\n")],
  },
  {
    name: "a file of many lines",
    answer: `<file path="a.txt">\n${"x\n".repeat(45)}</file>`,
    events: [
      begin("a.txt"),
      { type: "file.progress", path: "a.txt", lines: 20 },
      { type: "file.progress", path: "a.txt", lines: 40 },
      file("a.txt", "x\n".repeat(45)),
    ],
  },
  {
    name: "marks that lack what they are about",
    answer: '<file>\nx\n</file>\n<delete />\n<rename from="a" />\n<plan>\n</plan>\n<ask></ask>\n<finish>\nso',
    events: [
      problem("<file> has no path, so nothing of it was taken. Write it again, and say it in the mark."),
      problem("<delete> has no path, so nothing of it was taken. Write it again, and say it in the mark."),
      problem("<rename> has no from and to, so nothing of it was taken. Write it again, and say it in the mark."),
      problem("The plan has no steps. Write one on each line between <plan> and </plan>."),
      problem("The question is empty. Write it between <ask> and </ask>."),
      problem("<finish> has no end, so it was not taken. Write it again, and </finish> after it."),
    ],
  },
];
