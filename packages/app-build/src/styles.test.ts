import type { FileMap } from "@edgewright/contracts";
import { beforeEach, describe, expect, it } from "vitest";
import { classCandidates } from "./candidates.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { allStyles, buildStyles } from "./styles.ts";
import { transformFile } from "./transform.ts";

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

  it.each([
    ['"https://fonts.example/a.css"', '@import "https://fonts.example/a.css";'],
    ["url(https://fonts.example/a.css)", "@import url(https://fonts.example/a.css);"],
    ["url('//fonts.example/a.css') layer(base) screen", "@import url('//fonts.example/a.css') layer(base) screen;"],
    ['url( "https://fonts.example/a.css?family=A;B" )', '@import url( "https://fonts.example/a.css?family=A;B" );'],
  ])("puts a sheet from elsewhere, @import %s, before everything else, where browsers look for it", async (written, rule) => {
    const { css, findings, addresses } = await build({ "a.css": `${SHEET}@import ${written};\np { top: 1px }` });
    expect(findings).toEqual([]);
    expect(css.startsWith(`${rule}\n`)).toBe(true);
    expect(css.split("@import")).toHaveLength(2);
    expect(css).toContain("top: 1px");
    expect(addresses).toEqual([
      { path: "a.css", addresses: [expect.objectContaining({ use: "style", address: expect.stringContaining("//fonts.example/a.css") })] },
    ]);
  });

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

describe("what multiplies", () => {
  const styles = (sheet: string, source = "") => build({ "a.css": `@import "tailwindcss";\n${sheet}`, "a.tsx": source });
  const chain = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, index) => of(index)).join("\n");
  const inside = (count: number, open: string) => `${open.repeat(count)}color: red${"}".repeat(count)}`;

  it.each([
    ["a range of classes", '@source inline("mt-{1..999999999}");'],
    ["choices of classes", `@source inline("${"{a,b}".repeat(30)}");`],
    ["choices of variants", `@source inline("${"{marker:,}".repeat(12)}flex");`],
    ["own variants in them", `@custom-variant d { &:hover { @slot; } &:focus { @slot; } }\n@source inline("${"d:".repeat(30)}flex");`],
    ["lists of selectors within one another", inside(8, ".a, .b, .c, .d, .e, .f {")],
    ["variants within one another", `.a { ${inside(12, "@variant marker {")} }`],
    ["an applied class", `.a { @apply ${"marker:".repeat(12)}flex }`],
    [
      "utilities of utilities",
      chain(30, (at) => (at === 0 ? "@utility u0 { color: red }" : `@utility u${at} { @apply u${at - 1} hover:u${at - 1} }`)),
    ],
    ["utilities in a ring", "@utility a { @apply b b } @utility b { @apply a a } .a { @apply a }"],
    [
      "variants of variants",
      `${chain(40, (at) => `@custom-variant v${at} { @variant v${at + 1} { @slot; } @variant v${at + 1} { @slot; } }`)} .a { @variant v0 { color: red } }`,
    ],
    ["a theme of thousands of variables", `@theme { ${chain(4000, (at) => `--color-c${at}: var(--color-c${at + 1});`)} }`],
  ])("is refused before it is written out: %s", async (_name, sheet) => {
    const { css, findings } = await styles(sheet);
    expect(findings).toEqual([
      expect.objectContaining({ file: "a.css", message: expect.stringContaining("more rules than a page can hold") }),
    ]);
    expect(css).toBe("");
  });

  it.each(["marker:", "selection:", "[&_a,&_b]:", "not-hover:"])("leaves out a class of many %s, and no other", async (variant) => {
    const { css, findings } = await styles("", `"${variant.repeat(Math.floor(150 / variant.length))}flex ${variant}p-4 hover:underline"`);
    expect(findings).toEqual([]);
    expect(css).not.toContain("display: flex");
    expect(css).toContain("padding: calc(var(--spacing) * 4)");
    expect(css).toContain("text-decoration-line: underline");
  });

  it("is taken where it is what apps have", async () => {
    const { css, findings } = await styles(
      `@custom-variant dark (&:is(.dark *));
       @theme inline { ${chain(200, (at) => `--color-c${at}: red;`)} }
       @layer base { *, ::before { @apply border-c1 } }
       @utility tab-* { tab-size: --value(integer); }
       @source inline("{hover:,focus:,}bg-red-{50,{100..900..100},950}");
       .card, .panel { .title, .text { &:hover { @apply marker:text-c2 flex } } }`,
      '"dark:tab-4"',
    );
    expect(findings).toEqual([]);
    expect(css).toContain("tab-size: 4");
    expect(css).toContain("bg-red-900");
  });
});

describe("with a place for what is much", () => {
  const asked: string[][] = [];
  const elsewhere: Elsewhere = {
    transform: async ({ id, text }) => transformFile(id, text),
    async styles(given) {
      asked.push(given.words);
      return allStyles(given);
    },
  };
  const words = (count: number) => `"${Array.from({ length: count }, (_, index) => `mt-[${index}px]`).join(" ")}"`;
  const built = (sheet: string, source: string) =>
    buildStyles({ ...input({ "a.css": sheet, "a.tsx": source }), elsewhere }, null).then(({ css, findings }) => ({ css, findings }));
  beforeEach(() => void asked.splice(0));

  it.each([
    ["many classes", SHEET, words(6000), 1],
    ["a large sheet", `${SHEET}${".a { color: red }\n".repeat(3000)}`, words(10), 1],
    ["a sheet that multiplies", `${SHEET}@source inline("mt-{1..9000}");`, words(10), 1],
    ["a sheet that is refused", `${SHEET}@source inline("mt-{1..900000}");`, words(10), 1],
    ["what apps have", SHEET, words(500), 0],
  ])("gives the same of %s", async (_name, sheet, source, times) => {
    const { css, findings } = await build({ "a.css": sheet, "a.tsx": source });
    expect(await built(sheet, source)).toEqual({ css, findings });
    expect(asked).toHaveLength(times);
  });

  it("asks again only for what is new", async () => {
    const files = { "a.css": SHEET, "a.tsx": words(6000) };
    const first = await buildStyles({ ...input(files), elsewhere }, null);
    const same = await buildStyles({ ...input({ ...files, "a.tsx": `${words(6000)} // edited` }), elsewhere }, first);
    expect(same.css).toBe(first.css);
    const more = await buildStyles({ ...input({ ...files, "a.tsx": words(6001) }), elsewhere }, same);
    expect(more.css).toContain("mt-\\[6000px\\]");
  });
});
