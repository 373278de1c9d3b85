/** Packs the types of the whole catalogue. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BROWSER_PACKAGES, SERVER_PACKAGES } from "@edgewright/app-build";
import type { Barrel, PackageExports, PackedTypes } from "@edgewright/app-check";
import { indexBarrel, localeBarrel, lucideBarrel } from "./barrels.ts";
import { collectTypes } from "./collect.ts";
import { cutCsstype } from "./cut-csstype.ts";
import { kitDeclarations, kitExports } from "./kit.ts";
import { packLibs } from "./libs.ts";
import { standIn } from "./stand-ins.ts";
import { strip } from "./strip.ts";
import { thinHono } from "./thin-hono.ts";
import { thinZod } from "./thin-zod.ts";

const KIT = "@edgewright/app-kit";
const LUCIDE = "node_modules/lucide-react/dist/lucide-react.d.ts";
const LOCALES = "node_modules/date-fns/locale.d.ts";
/** What recharts is made of inside. */
const INSIDES = ["@reduxjs/toolkit", "redux", "redux-thunk", "reselect", "immer"];
const INDEXES: Record<string, string> = {
  "date-fns": "node_modules/date-fns/index.d.ts",
  recharts: "node_modules/recharts/types/index.d.ts",
};

export function packTypes(root: string): PackedTypes {
  const real = [...new Set([...BROWSER_PACKAGES, ...SERVER_PACKAGES])].filter((name) => name !== KIT);
  const { files: found, entries, exports } = collectTypes(root, real);
  const barrels: Record<string, Barrel> = {
    "lucide-react": lucideBarrel(found, LUCIDE),
    "date-fns/locale": localeBarrel(found, LOCALES),
  };
  let files: Record<string, string> = {};
  for (const [path, text] of Object.entries(found)) {
    if (path === LUCIDE || path === LOCALES || /\/date-fns\/locale\/(?!types\.)/.test(path)) continue;
    if (/\/zod\/v4\/locales\/(?!index)/.test(path)) continue;
    files[path] = path === "node_modules/csstype/index.d.ts" ? cutCsstype(text) : strip(path, thinHono(path, thinZod(path, text)));
  }
  files = standIn(files, INSIDES);
  for (const [name, path] of Object.entries(INDEXES)) {
    barrels[name] = indexBarrel(files, path);
    delete files[path];
  }
  for (const [folder, exports] of Object.entries(entries)) {
    if (!INSIDES.some((name) => folder === `node_modules/${name}`)) files[`${folder}/package.json`] = manifest(root, folder, exports);
  }
  for (const [name, text] of Object.entries(kitDeclarations(root))) files[`node_modules/${KIT}/${name}`] = text;
  files[`node_modules/${KIT}/package.json`] = JSON.stringify({ name: KIT, type: "module", types: "./index.d.ts" });
  return { files: { ...packLibs(), ...files }, barrels, exports: withKit(root, exports, barrels) };
}

/** Names of packages with a barrel are in that; the kit's are known from its sources. */
function withKit(root: string, exports: Record<string, PackageExports>, barrels: Record<string, Barrel>): Record<string, PackageExports> {
  const packages = Object.entries(exports).map(([name, one]) => [
    name,
    Object.hasOwn(barrels, name) ? { ...one, values: [], types: [] } : one,
  ]);
  return { ...Object.fromEntries(packages), [KIT]: kitExports(root) };
}

/** Whether a package's files are ES modules decides what a default import of them means. */
const manifest = (root: string, folder: string, exports: Record<string, string>): string =>
  JSON.stringify({
    name: folder.replace(/^.*node_modules\//, ""),
    type: (JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as { type?: string }).type ?? "commonjs",
    exports: Object.fromEntries(Object.entries(exports).map(([subpath, file]) => [subpath, { types: file }])),
  });
