/**
 * The page of a published app: one script of its modules and one sheet, under addresses of their own that never change, and
 * the HTML that loads them. The script is run as it is, where a preview evaluates each module by itself.
 */
import type { PageBuild, PageModule, PublishedBuild } from "@edgewright/contracts";
import { ASSETS_PATH } from "@edgewright/contracts";
import { PUBLISHED_PACKAGE } from "./catalogue.ts";
import { productionModule } from "./production/compact.ts";
import { ICON_PACKAGE, iconModule } from "./production/icons.ts";
import { addUses, type Uses } from "./production/used-names.ts";
import { importMap, type Vendor } from "./render-page.ts";

type Sources = PublishedBuild["page"]["sources"];
export type PublishedScript = { script: string } & Pick<PublishedBuild["page"], "sources" | "externals" | "uses">;

/** All modules of a build as one ES module, with where its lines come from, the packages it imports and what it uses of them. */
export function publishedScript(page: Pick<PageBuild, "modules" | "entry" | "externals">): PublishedScript {
  const { modules, externals, uses } = forProduction(page);
  const sources: Sources = [];
  const lines = [`import { startApp } from ${JSON.stringify(PUBLISHED_PACKAGE)};`, "startApp({"];
  for (const [id, { code, imports }] of Object.entries(modules)) {
    lines.push(`${JSON.stringify(id)}:{imports:${JSON.stringify(imports)},body(module,exports,require){`);
    const own = code.split("\n");
    sources.push({ file: id, firstLine: lines.length + 1, lines: own.length });
    lines.push(...own, "}},");
  }
  lines.push(`}, ${JSON.stringify(page.entry)}, ${JSON.stringify(externals)});`, "");
  return { script: lines.join("\n"), sources, externals, uses };
}

/** Modules without what production does not read, and the icons that they use in place of all there are. */
function forProduction({ modules, externals }: Pick<PageBuild, "modules" | "externals">) {
  const used = new Map<string, Set<string> | null>();
  const own: Record<string, PageModule> = {};
  for (const [id, { code, imports }] of Object.entries(modules)) {
    const made = productionModule(code);
    if (made) addUses(used, made.program);
    else for (const specifier of imports) used.set(specifier, null);
    own[id] = { imports, code: made?.code ?? code };
  }
  const uses: Uses = {};
  for (const specifier of externals) uses[specifier] = names(used.get(specifier));
  const icons = uses[ICON_PACKAGE] && iconModule(uses[ICON_PACKAGE]);
  if (!icons) return { modules: own, externals, uses };
  // What draws them may ask for a package that no module of the app names.
  const asked = new Set([...externals, ...icons.imports]);
  asked.delete(ICON_PACKAGE);
  return { modules: { [ICON_PACKAGE]: icons, ...own }, externals: [...asked], uses };
}

const names = (found: Set<string> | null | undefined): string[] | null => (found ? [...found].sort() : null);

/** The document that every address of the app answers with. `own`: where its packages are. */
export function renderPublished({ html, script, style, externals, uses }: PublishedBuild["page"], vendor: Vendor): string {
  const { imports, addressOf } = importMap(slicedFor(vendor, externals, uses));
  const preloads = [PUBLISHED_PACKAGE, ...externals].filter((specifier) => Object.hasOwn(vendor.imports, specifier)).map(addressOf);
  const head = [
    ...(html.hasIcon ? [] : ['<link rel="icon" href="data:," />']),
    `<link rel="stylesheet" href="${ASSETS_PATH}${style}" />`,
    imports,
    ...[`${ASSETS_PATH}${script}`, ...preloads].map((address) => `<link rel="modulepreload" href="${address}" />`),
  ];
  const foot = `<script type="module" src="${ASSETS_PATH}${script}"></script>`;
  const { text } = html;
  return [text.slice(0, html.head), ...head, text.slice(html.head, html.foot), foot, text.slice(html.foot)].join("\n");
}

/** Of one family only one copy may be in a page: where its other parts are used, it is whole. */
const FAMILIES = [["react-router", "react-router/dom"]];

/** The packages with the parts of them that have all that is used, where there are such. */
function slicedFor(vendor: Vendor, externals: readonly string[], uses: Uses): Vendor {
  const imports = { ...vendor.imports };
  for (const [specifier, { file, names }] of Object.entries(vendor.slices ?? {})) {
    const family = FAMILIES.find((one) => one.includes(specifier)) ?? [specifier];
    const isAlone = externals.filter((one) => family.includes(one)).length === 1;
    if (isAlone && uses[specifier]?.every((name) => names.includes(name))) imports[specifier] = file;
  }
  return { ...vendor, imports };
}
