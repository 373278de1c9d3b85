/** What apps import: each part of a catalogue package is there for the checker, the build, the boot check and the page; or it is a finding that says what to use. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pack, serverBuild, VENDOR } from "@edgewright/app-build";
import { templateFiles } from "@edgewright/app-kit/template";
import type { FileMap } from "@edgewright/contracts";
import { first } from "@edgewright/core";
import { must } from "@edgewright/testing/must";
import { beforeAll, describe, expect, it } from "vitest";
import { packages } from "../../../workers/compiler/src/isolates/boot/packages.ts";
import { BROWSER_PACKAGES, isAvailable, SERVER_PACKAGES, type Side } from "../../app-build/src/catalogue.ts";
import { insteadOf } from "../src/instead.ts";
import { sharedChecker } from "./open-checker.ts";

const ROOT = join(import.meta.dirname, "../../..");

let checker: Awaited<ReturnType<typeof sharedChecker>>;
beforeAll(async () => {
  checker = await sharedChecker();
});

/** With pictures, texts, CSS modules and a locale, as people write them. */
const WELCOME = `import styles from "./Welcome.module.css";
import logo from "../assets/logo.png";
import md from "../notes.md?raw";
import { de } from "date-fns/locale";
import { format } from "date-fns";
export const Welcome = () => <div className={styles.card}><img src={logo} alt="" />{md}{format(new Date(), "PPPP", { locale: de })}</div>;
`;
const app: FileMap = {
  ...templateFiles(),
  "app.json": '{ "name": "New app", "visibility": "members" }',
  "data/schema.json": '{ "tables": [] }',
  "src/notes.md": "# hi\n",
  "src/assets/logo.png": "\u0089PNG",
  "src/views/Welcome.module.css": ".card { color: red; }\n",
  "src/views/Welcome.tsx": WELCOME,
  "src/main.tsx": `import { createRoot } from "react-dom/client";
import { Welcome } from "./views/Welcome";
createRoot(document.getElementById("root")!).render(<Welcome />);
`,
};

describe("an app with pictures, texts, CSS modules and a locale", () => {
  it("checks clean and builds", async () => {
    expect(checker.check({ files: app })).toEqual([]);
    const { page } = await pack(app);
    expect(page.findings).toEqual([]);
    expect(page.externals).toContain("date-fns/locale");
    expect(page.served).toEqual(["src/assets/logo.png"]);
  });

  it("is told what to use for a package that is not there, and nothing else", () => {
    const files = { ...app, "src/views/Form.tsx": 'import { useForm } from "react-hook-form";\nexport const form = useForm;\n' };
    expect(checker.check({ files })).toMatchObject([
      {
        file: "src/views/Form.tsx",
        line: 1,
        code: "TS2307",
        message: expect.stringMatching(/Instead, keep the fields in useState and check them with zod\. The browser side can/),
      },
    ]);
  });

  it("is told of a locale that there is not, by the name that was meant", () => {
    const files = { ...app, "src/views/Welcome.tsx": WELCOME.replace("{ de }", "{ deATT as de }") };
    expect(checker.check({ files })).toMatchObject([{ code: "TS2724", message: expect.stringContaining("deAT") }]);
  });
});

/** What a package lets be imported; recharts says nothing, which allows all of its files. */
function partsOf(name: string): string[] {
  const { exports = {} } = JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")) as {
    exports?: Record<string, unknown>;
  };
  const parts = Object.keys(exports).filter((part) => /^\.\/[^*]+$/.test(part) && !/\.(json|[cm]?js)$/.test(part));
  return parts.map((part) => name + part.slice(1));
}

const sides: [Side, readonly string[]][] = [
  ["browser", BROWSER_PACKAGES],
  ["server", SERVER_PACKAGES],
];
const roots = (names: readonly string[]) => [...new Set(names.map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/")))];
const outside = roots([...BROWSER_PACKAGES, ...SERVER_PACKAGES]).filter((name) => !name.startsWith("@edgewright/"));
/** Parts that are files: they are written too. */
const FILES = [
  "date-fns/locale/de",
  "lucide-react/dist/esm/icons/plus",
  "recharts/types/component/DefaultTooltipContent",
  "zod/v4/locales/de",
];

describe.each(sides)("a part of a package, for the %s,", (side, available) => {
  const own = new Set(roots(available));
  const parts = [...outside.flatMap(partsOf), ...FILES].filter((part) => own.has(first(part.split("/"))));

  it("is there, or is a finding that says what to use", () => {
    expect(parts.length).toBeGreaterThan(50);
    const silent = parts.filter((part) => isAvailable(part, side) === (insteadOf(part, side) !== null));
    expect(silent).toEqual([]);
  });

  it.each([
    ["date-fns/addDays", 'import what you need from "date-fns"'],
    ["date-fns/locale/de", 'import what you need from "date-fns/locale"'],
    ["lucide-react/dynamic", 'look the icon up by its name: import { icons } from "lucide-react"'],
    ["react-dom/server", 'render in the browser: createRoot from "react-dom/client"'],
    ["zod/mini", 'import what you need from "zod"'],
    ["hono/jsx", side === "server" ? "use a part that is there, or write it yourself" : "write routes with hono in server/index.ts"],
    ["hono/client", side === "server" ? "use a part that is there" : 'call the app\'s server by fetch("/api/…")'],
  ])("%s: %s", (part, expected) => {
    if (own.has(first(part.split("/"))) || part.startsWith("hono")) expect(insteadOf(part, side)).toContain(expected);
  });
});

describe("the catalogue", () => {
  it("is what the boot check gives", () => {
    expect(Object.keys(packages(() => undefined)).sort()).toEqual([...BROWSER_PACKAGES].sort());
  });

  it("is served to pages, each package with what its types say", async () => {
    expect(Object.keys(VENDOR.imports)).toEqual(expect.arrayContaining([...BROWSER_PACKAGES]));
    const folder = join(ROOT, "dist/vendor-assets/__v", VENDOR.hash);
    expect(readdirSync(folder)).toContain("date-fns_locale.js");
    const { de } = (await import(/* @vite-ignore */ join(folder, must(VENDOR.imports["date-fns/locale"])))) as { de: { code: string } };
    expect(de.code).toBe("de");
    const { z } = (await import(/* @vite-ignore */ join(folder, must(VENDOR.imports["zod/v4"])))) as typeof import("zod");
    expect(z.string().parse("a")).toBe("a");
  });

  it("is built into the server's code", async () => {
    const lines = SERVER_PACKAGES.map((name, at) => `import * as m${at} from "${name}"; export const k${at} = Object.keys(m${at});`);
    const files = { "server/index.ts": `${lines.join("\n")}\nexport default { fetch: () => new Response("") };\n` };
    expect(checker.check({ files })).toEqual([]);
    expect((await serverBuild(files)).findings).toEqual([]);
  });
});
