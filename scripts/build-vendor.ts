/**
 * Vendors what apps may import: the browser's packages as ES modules that share one
 * development React, and the page's runtime with them, under an immutable address; the
 * server's packages as texts for the loader. Also hands Tailwind's own CSS to the builder.
 * Run by set-up, which skips it while nothing it is made from has changed.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import {
  BROWSER_PACKAGES,
  PUBLISHED_PACKAGE,
  RUNTIME_PACKAGE,
  SERVER_PACKAGES,
  WORKER_PACKAGE,
} from "../packages/app-build/src/catalogue.ts";
import { serverFile } from "../packages/app-build/src/server-file.ts";

const ROOT = join(import.meta.dirname, "..");
const BUILDER = join(ROOT, "packages/app-build/src");
const ASSETS = join(ROOT, "dist/vendor-assets");
const require = createRequire(import.meta.url);

type Mode = "development" | "production";

const vendorFile = (specifier: string): string => `${specifier.replace(/^@/, "").replaceAll("/", "_")}.js`;

/** Modules are compiled for the development form, which React's production build leaves out. */
const JSX_DEV = "react/jsx-dev-runtime";
const JSX_DEV_IN_PRODUCTION = `import { Fragment, jsx, jsxs } from "react/jsx-runtime";
export { Fragment };
export const jsxDEV = (type, props, key, isStatic) => (isStatic ? jsxs : jsx)(type, props, key);
export default { Fragment, jsxDEV };`;

/** A package written in CommonJS needs its names spelled out to be imported by name. */
function entrySource(specifier: string, mode: Mode): string {
  if (specifier === JSX_DEV && mode === "production") return JSX_DEV_IN_PRODUCTION;
  if (!/^react(-dom)?(\/|$)/.test(specifier))
    return `export * from "${specifier}";\n${hasDefault(specifier) ? `export { default } from "${specifier}";` : ""}`;
  const names = Object.keys(require(specifier)).filter((name) => name !== "default" && /^[A-Za-z_$][\w$]*$/.test(name));
  return `import all from "${specifier}";\nexport default all;\nexport const { ${names.join(", ")} } = all;`;
}

const hasDefault = (specifier: string): boolean => ["clsx", "zod", "zod/v4"].includes(specifier);

const ENTRY = "edgewright-entry:";
const entries = (mode: Mode): Plugin => ({
  name: "entries",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${ENTRY}`) }, ({ path }) => ({ path: path.slice(ENTRY.length), namespace: "entry" }));
    onLoad({ filter: /.*/, namespace: "entry" }, ({ path }) => ({
      contents: entrySource(path, mode),
      resolveDir: join(ROOT, "packages/app-kit"),
    }));
  },
});

const SHARED: BuildOptions = {
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  chunkNames: "chunk-[hash]",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  write: false,
  outdir: ASSETS,
};

const texts = async (mode: Mode, options: BuildOptions): Promise<Record<string, string>> => {
  const define = { "process.env.NODE_ENV": JSON.stringify(mode) };
  const { outputFiles = [] } = await build({ ...SHARED, plugins: [entries(mode)], define, ...options });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [path.slice(ASSETS.length + 1), text]));
};

const entryPoints = (packages: readonly string[], file: (specifier: string) => string) =>
  packages.map((specifier) => ({ in: `${ENTRY}${specifier}`, out: file(specifier).replace(/\.js$/, "") }));

/** What most apps use of a package, which is a fraction of it: bundled with that alone, and used where it is enough. */
const SLICES: Record<string, readonly string[]> = {
  "react-router":
    "BrowserRouter Link NavLink Navigate Outlet Route Routes generatePath useLocation useMatch useNavigate useParams useSearchParams".split(
      " ",
    ),
  zod: "object string number int boolean enum array email url literal union optional nullable any unknown ZodType ZodError".split(" "),
  "date-fns": [
    ...[
      "addDays",
      "addHours",
      "addMinutes",
      "addMonths",
      "addWeeks",
      "differenceInCalendarDays",
      "differenceInDays",
      "differenceInMinutes",
    ],
    ...["eachDayOfInterval", "endOfDay", "endOfMonth", "endOfWeek", "format", "formatDistanceToNow", "isAfter", "isBefore", "isSameDay"],
    ...["isSameMonth", "isSameYear", "isToday", "isValid", "parseISO", "setHours", "startOfDay", "startOfMonth", "startOfWeek", "subDays"],
    ...["subMonths", "isWithinInterval", "startOfToday", "getDay"],
  ],
};

/** zod is imported by its names and as `z`; its messages are set as its own entry sets them. */
const sliceSource = (specifier: string, names: readonly string[]): string =>
  specifier === "zod"
    ? `import { config, ${names.map((name) => `${name} as $${name}`).join(", ")} } from "zod";
import en from "zod/v4/locales/en.js";
config(en());
export const z = { ${names.map((name) => `${name}: $${name}`).join(", ")} };
export default z;
export { ${names.map((name) => `$${name} as ${name}`).join(", ")} };`
    : `export { ${names.join(", ")} } from "${specifier}";`;

async function slices() {
  const files: Record<string, string> = {};
  const made: Record<string, { file: string; names: string[] }> = {};
  for (const [specifier, names] of Object.entries(SLICES)) {
    const file = vendorFile(specifier).replace(/\.js$/, ".slice.js");
    const { outputFiles } = await build({
      ...{ ...SHARED, splitting: false, platform: "browser", external: ["react", "react-dom"] },
      define: { "process.env.NODE_ENV": JSON.stringify("production") },
      stdin: { contents: sliceSource(specifier, names), resolveDir: join(ROOT, "packages/app-kit") },
      write: false,
    });
    files[file] = outputFiles.map(({ text }) => text).join("");
    made[specifier] = { file, names: specifier === "zod" ? names.flatMap((name) => [name, `z.${name}`]) : [...names] };
  }
  return { files, made };
}

/** React asks for keys in development only. */
const withoutKeys = (data: IconData) => ({ ...data, node: data.node.map(([tag, { key: _, ...attributes }]) => [tag, attributes]) });
type IconData = { node: [tag: string, attributes: Record<string, unknown>][] };

/** Every icon by its name, with its other names, and what draws one: a published app brings along those that it uses. */
async function vendorIcons(): Promise<void> {
  const modules = join(ROOT, "node_modules/lucide-react/dist/esm");
  const folder = join(modules, "icons");
  const all = (await import(join(modules, "lucide-react.mjs"))) as unknown as Record<string, unknown>;
  const names = new Map<unknown, string[]>();
  for (const [name, component] of Object.entries(all)) names.set(component, [...(names.get(component) ?? []), name]);
  const icons: Record<string, unknown> = {};
  const aliases: Record<string, string> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".mjs"))) {
    const { default: component, __iconData: data } = (await import(join(folder, file))) as { default: unknown; __iconData?: IconData };
    const [first, ...others] = (names.get(component) ?? []).sort((one, other) => one.length - other.length);
    if (first === undefined || data === undefined) continue;
    icons[first] = withoutKeys(data);
    for (const name of others) if (!/^Lucide[A-Z]|.Icon$/.test(name)) aliases[name] = first;
  }
  const { outputFiles } = await build({
    ...{ ...SHARED, splitting: false, format: "cjs", platform: "browser", external: ["react"] },
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    stdin: { contents: 'export { createLucideIcon } from "lucide-react";', resolveDir: join(ROOT, "packages/app-kit") },
    write: false,
  });
  const core = outputFiles.map(({ text }) => text).join("");
  writeModule("icons", constant("ICON_CATALOGUE", "string", JSON.stringify({ icons, aliases })), constant("ICON_CORE", "string", core));
}

/** For previews with React's development build, which React Refresh needs; for published apps with the other one. */
async function vendorBrowser(mode: Mode, runtimes: Record<string, string>, beside: Record<string, string> = {}) {
  const packages = BROWSER_PACKAGES.filter(
    (name) => name !== "@edgewright/app-kit" || existsSync(join(ROOT, "packages/app-kit/src/index.ts")),
  );
  const bundled = await texts(mode, {
    entryPoints: [
      ...entryPoints(packages, vendorFile),
      ...Object.entries(runtimes).map(([specifier, file]) => ({
        in: join(BUILDER, "runtime", file),
        out: vendorFile(specifier).replace(/\.js$/, ""),
      })),
    ],
    platform: "browser",
  });
  const files = { ...bundled, ...beside };
  const hash = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  const folder = join(ASSETS, "__v", hash);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const imports = Object.fromEntries([...packages, ...Object.keys(runtimes)].map((specifier) => [specifier, vendorFile(specifier)]));
  const versions = Object.fromEntries(packages.map((specifier) => [specifier, versionOf(specifier)]));
  return { files, vendor: { hash, imports, versions } };
}

const vendorServer = async () => {
  const files = await texts("production", {
    entryPoints: entryPoints(SERVER_PACKAGES, serverFile),
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker"],
    external: ["cloudflare:workers"],
  });
  writeModule("server-vendor", constant("SERVER_VENDOR", "Record<string, string>", files));
};

function tailwindSheets(): void {
  const folder = join(ROOT, "node_modules/tailwindcss");
  const read = (name: string) => readFileSync(join(folder, `${name}.css`), "utf8");
  const sheets: Record<string, string> = { tailwindcss: read("index") };
  for (const name of ["index", "theme", "preflight", "utilities"]) {
    sheets[`tailwindcss/${name}`] = read(name);
    sheets[`tailwindcss/${name}.css`] = read(name);
  }
  writeModule("tailwind-css", constant("TAILWIND_SHEETS", "Record<string, string>", sheets));
}

function versionOf(specifier: string): string {
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  const manifest = JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")) as { version?: string };
  return manifest.version ?? "0.0.0";
}

const constant = (name: string, type: string, value: unknown): string =>
  `export const ${name}: ${type} = ${JSON.stringify(value, null, 2)};\n`;

const writeModule = (file: string, ...constants: string[]): void =>
  writeFileSync(join(BUILDER, `${file}.generated.ts`), constants.join(""));

const started = performance.now();
tailwindSheets();
await vendorServer();
rmSync(join(ASSETS, "__v"), { recursive: true, force: true });
const worker = { [WORKER_PACKAGE]: "worker.ts" };
const previewed = await vendorBrowser("development", { [RUNTIME_PACKAGE]: "main.ts", ...worker });
const sliced = await slices();
const published = await vendorBrowser("production", { [PUBLISHED_PACKAGE]: "published.ts", ...worker }, sliced.files);
await vendorIcons();
const VENDOR_TYPE = "{ hash: string; imports: Record<string, string>; versions: Record<string, string> }";
const SLICED_TYPE = `${VENDOR_TYPE} & { slices: Record<string, { file: string; names: string[] }> }`;
writeModule(
  "vendor",
  constant("VENDOR", VENDOR_TYPE, previewed.vendor),
  constant("PUBLISHED_VENDOR", SLICED_TYPE, { ...published.vendor, slices: sliced.made }),
);
const files = { ...previewed.files, ...published.files };
const bytes = Object.values(files).reduce((sum, text) => sum + text.length, 0);
console.log(
  `Vendored ${Object.keys(files).length} files, ${Math.round(bytes / 1024)} KB, in ${Math.round(performance.now() - started)} ms.`,
);
