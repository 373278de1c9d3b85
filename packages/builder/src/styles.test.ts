import type { FileMap } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { classCandidates } from "./candidates.ts";
import { buildStyles } from "./styles.ts";

const SHEET = '@import "tailwindcss";\n@theme { --color-brand: #123456; }\n';
const input = (files: FileMap) => ({
  files,
  roots: Object.keys(files).filter((path) => path.endsWith(".css")),
  sources: Object.keys(files).filter((path) => path.endsWith(".tsx")),
});
const build = (files: FileMap) => buildStyles(input(files), null);

describe("buildStyles", () => {
  it("makes the classes the sources use, with the app's own theme", async () => {
    const { css, findings } = await build({ "a.css": SHEET, "a.tsx": '<p className="bg-brand md:flex" />' });
    expect(findings).toEqual([]);
    expect(css).toContain(".bg-brand");
    expect(css).toContain(".md\\:flex");
    expect(css).not.toContain(".bg-red-500");
  });

  it.each(['"./base.css"', "url(./base.css)", "url('./base.css')", 'url( "base.css" )', "url(base.css) layer(base) screen"])(
    "brings in one of the app's own sheets by @import %s",
    async (written) => {
      const { css, findings } = await buildStyles(
        { files: { "a.css": `@import ${written};\np { top: 1px }`, "base.css": "b { left: 2px }" }, roots: ["a.css"], sources: [] },
        null,
      );
      expect(findings).toEqual([]);
      expect(css).toContain("left: 2px");
      expect(css).toContain("top: 1px");
      expect(css).not.toContain("@import");
      expect(css.includes("@media screen") && css.includes("@layer base")).toBe(written.includes("screen"));
    },
  );

  it("adds classes that come with an edit", async () => {
    const first = await build({ "a.css": SHEET, "a.tsx": '"p-1"' });
    const second = await buildStyles(input({ "a.css": SHEET, "a.tsx": '"p-1 p-[13px]"' }), first);
    expect(second.css).toContain("padding: 13px");
    const third = await buildStyles(input({ "a.css": SHEET, "a.tsx": '"p-1 p-[13px]" // no new class' }), second);
    expect(third.css).toBe(second.css);
  });

  it("shows every class to each of two builds that go on from the same one", async () => {
    const base = await build({ "a.css": SHEET, "a.tsx": '"p-1"' });
    const draft = await buildStyles(input({ "a.css": SHEET, "a.tsx": '"p-1 m-7"' }), base);
    const current = await buildStyles(input({ "a.css": SHEET, "a.tsx": '"p-1 m-7"' }), base);
    expect(draft.css).toContain(".m-7");
    expect(current.css).toContain(".m-7");
  });

  it("compiles again when a sheet, or one it imports, changes", async () => {
    const files = { "src/a.css": '@import "tailwindcss";\n@import "./theme.css";', "src/a.tsx": '"text-brand"' };
    const styled = (colour: string) => ({ ...files, "src/theme.css": `@theme { --color-brand: ${colour}; }` });
    const roots = { roots: ["src/a.css"], sources: ["src/a.tsx"] };
    const first = await buildStyles({ files: styled("#111111"), ...roots }, null);
    const second = await buildStyles({ files: styled("#222222"), ...roots }, first);
    expect(first.css).toContain("#111111");
    expect(second.css).toContain("#222222");
  });

  it("says which sheet has a class that does not exist, and recovers", async () => {
    const broken = await build({ "a.css": `${SHEET}.x {\n  @apply no-such-class;\n}`, "a.tsx": "" });
    expect(broken.findings).toMatchObject([{ file: "a.css", line: 4, code: "BUILD" }]);
    expect((await buildStyles(input({ "a.css": SHEET, "a.tsx": "" }), broken)).findings).toEqual([]);
  });
});

describe("classCandidates", () => {
  it.each([
    ['className="flex hover:bg-red-500/20"', ["flex", "hover:bg-red-500/20"]],
    ["cn('p-4', open && 'rotate-90')", ["p-4", "rotate-90"]],
    ["`w-[calc(100%-2rem)] text-(--accent)`", ["w-[calc(100%-2rem)]", "text-(--accent)"]],
    [
      `"before:content-['→'] [&>svg]:size-4 data-[state=open]:block"`,
      ["before:content-['→']", "[&>svg]:size-4", "data-[state=open]:block"],
    ],
    ['<p className="-mt-2 !font-bold group-has-[:checked]:opacity-50">', ["-mt-2", "!font-bold", "group-has-[:checked]:opacity-50"]],
    ['{ default: "bg-a", small: "py-0.5" }', ["bg-a", "py-0.5"]],
    ['"grid-cols-[1fr_auto] *:p-2 @md:flex"', ["grid-cols-[1fr_auto]", "*:p-2", "@md:flex"]],
  ])("finds the classes in %s", (source, classes) => {
    const found = classCandidates(source);
    for (const name of classes) expect([...found]).toContain(name);
  });
});
