import ts from "typescript";
import { describe, expect, it } from "vitest";
import { BROWSER_PACKAGES, SERVER_PACKAGES } from "../../app-build/src/catalogue.ts";
import { insteadOf } from "./instead.ts";
import { hasNextStep, withNextStep } from "./next-steps.ts";

type Message = { code: number; category: ts.DiagnosticCategory; message: string };
const { Diagnostics } = ts as unknown as { Diagnostics: Record<string, Message> };

/** Advice about things that an app does not have: installing, the compiler's options, its target. */
const LEADS_NOWHERE =
  /npm i|install|esModuleInterop|declaration file for|compiler option|target library|tsconfig|only available when targeting|'(--|module|moduleResolution|paths)' (option|flag)|'--\w+'|Cannot find type definition file/;

/** Never said with the options of apps, which cannot be changed. */
const NEVER: Record<string, readonly number[]> = {
  "the target is ES2022": [1056, 2472, 2494, 2697, 2705, 2711, 2712, 2737, 2802, 17009, 18028, 18045, 1503, 18010, 1385, 1386, 1387, 1388],
  "modules are ESNext, and never CommonJS": [
    ...[1148, 1218, 1323, 1324, 1343, 1378, 1432, 1479, 1541, 1542, 1543, 1544, 2821, 2823, 2834, 2835, 2854, 18057, 18060],
  ],
  "verbatimModuleSyntax, erasableSyntaxOnly and rewriteRelativeImportExtensions are off": [
    1282, 1283, 1284, 1285, 1286, 1287, 1288, 1294, 1295, 1484, 1485,
  ],
  "JSX is on, without a factory": [17004, 17016, 17017, 17018],
  "default imports, JSON and imports with .ts are on": [1259, 5097, 6142, 2691],
  "nothing is emitted": [2209, 2210],
  "it is said beneath TS7016 only, and left out there": [7035],
  "the packed types have the JSX runtime": [2875, 2874, 2879],
};

describe("a text that leads nowhere in an app", () => {
  const never = new Set(Object.values(NEVER).flat());
  const said = Object.values(Diagnostics).filter(
    ({ code, category, message }) =>
      category === ts.DiagnosticCategory.Error &&
      ((code >= 1000 && code < 3000) || (code >= 7000 && code < 8000) || (code >= 17000 && code < 19000)) &&
      LEADS_NOWHERE.test(message) &&
      !never.has(code),
  );

  it.each(said.map(({ code, message }) => [`TS${code}`, code, message] as const))("%s has a next step", (_, code, message) => {
    expect(hasNextStep(code), message).toBe(true);
    const told = withNextStep(code, message);
    expect(told).not.toMatch(/npm i|esModuleInterop|target library|tsconfig|'lib'/);
    expect(told).not.toBe(message);
  });

  it("keeps its cause, and says what is there in its place", () => {
    const node = (name: string) =>
      `Cannot find name '${name}'. Do you need to install type definitions for node? Try \`npm i --save-dev @types/node\`.`;
    expect(withNextStep(2580, node("process"))).toMatch(/^Cannot find name 'process'\. There is no process: import\.meta\.env/);
    expect(withNextStep(2580, node("constructor"))).toMatch(/^Cannot find name 'constructor'\. Apps run in the browser/);
    expect(withNextStep(2503, "Cannot find namespace 'NodeJS'.")).toBe(
      "Cannot find namespace 'NodeJS'. Write ReturnType<typeof setTimeout> for a timer's type.",
    );
    expect(withNextStep(2304, "Cannot find name '__dirname'.")).toMatch(/import the file/);
    expect(withNextStep(2304, "Cannot find name 'mine'.")).toBe("Cannot find name 'mine'.");
    expect(withNextStep(2503, "Cannot find namespace 'Mine'.")).toBe("Cannot find namespace 'Mine'.");
    expect(withNextStep(2322, "Type 'a' is not assignable to type 'b'.")).toBe("Type 'a' is not assignable to type 'b'.");
  });
});

describe("a package that is not in the catalogue", () => {
  it.each([
    ["fs", /no file system/],
    ["node:fs/promises", /no file system/],
    ["@radix-ui/react-dialog", /Tailwind/],
    ["@radix-ui/react-icons", /lucide/],
    ["@scope/left-pad", null],
    ["@mui/icons-material", /Tailwind/],
    ["lodash/debounce", /methods/],
    ["left-pad", null],
    ["constructor", null],
  ])("has what to do in its place: %s", (specifier, expected) => {
    const told = insteadOf(specifier, "browser");
    if (expected) expect(told).toMatch(expected);
    else expect(told).toBeNull();
  });

  it("is none of those that are", () => {
    for (const specifier of BROWSER_PACKAGES) expect(insteadOf(specifier, "browser"), specifier).toBeNull();
    for (const specifier of SERVER_PACKAGES) expect(insteadOf(specifier, "server"), specifier).toBeNull();
  });
});
