/**
 * The page of a published app: one script of its modules and one sheet, under addresses of their own that never change, and
 * the HTML that loads them. The script is run as it is, where a preview evaluates each module by itself.
 */
import type { PageBuild, PublishedBuild } from "@edgewright/contracts";
import { ASSETS_PATH } from "@edgewright/contracts";
import { PUBLISHED_PACKAGE } from "./catalogue.ts";
import { importMap, type Vendor } from "./render-page.ts";

type Sources = PublishedBuild["page"]["sources"];

/** All modules of a build as one ES module, with where its lines come from. */
export function publishedScript({ modules, entry, externals }: Pick<PageBuild, "modules" | "entry" | "externals">): {
  script: string;
  sources: Sources;
} {
  const sources: Sources = [];
  const lines = [`import { startApp } from ${JSON.stringify(PUBLISHED_PACKAGE)};`, "startApp({"];
  for (const [id, { code, imports }] of Object.entries(modules)) {
    lines.push(`${JSON.stringify(id)}: { imports: ${JSON.stringify(imports)}, body(module, exports, require) {`);
    const own = code.split("\n");
    sources.push({ file: id, firstLine: lines.length + 1, lines: own.length });
    lines.push(...own, "} },");
  }
  lines.push(`}, ${JSON.stringify(entry)}, ${JSON.stringify(externals)});`, "");
  return { script: lines.join("\n"), sources };
}

/** The document that every address of the app answers with. `own`: where its packages are. */
export function renderPublished({ html, script, style, externals }: PublishedBuild["page"], vendor: Vendor): string {
  const { imports, addressOf } = importMap(vendor);
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
