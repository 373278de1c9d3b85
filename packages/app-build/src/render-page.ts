/** The page a preview host answers with: the app's own HTML, the import map, its modules and styles inline, and the runtime that starts it. */
import type { Channel, PageBuild } from "@edgewright/contracts";
import { RUNTIME_PACKAGE } from "./catalogue.ts";

/** `imports` maps bare specifiers to files under `/__v/<hash>/`; `slices` to a file with the most used names of a package alone. */
export type Vendor = {
  hash: string;
  imports: Record<string, string>;
  slices?: Record<string, { file: string; names: readonly string[] }>;
};
export type PageOptions = {
  channel?: Channel;
  /** Content-Security-Policy nonce for the inline scripts and styles. */
  nonce?: string;
};

/** What the runtime reads from the page. */
export type PagePayload = Pick<PageBuild, "version" | "hash" | "modules" | "entry" | "externals" | "findings"> & { channel: Channel };

export const PAYLOAD_ID = "edgewright-app";
export const STYLE_ID = "edgewright-styles";

export function renderPage(build: PageBuild, vendor: Vendor, options: PageOptions = {}): string {
  const { version, hash, html, modules, entry, externals, findings } = build;
  const payload: PagePayload = { version, hash, modules, entry, externals, findings, channel: options.channel ?? "current" };
  const nonce = options.nonce ? ` nonce="${options.nonce}"` : "";
  const { imports, addressOf } = importMap(vendor, nonce);
  const preloads = [RUNTIME_PACKAGE, ...externals].filter((specifier) => Object.hasOwn(vendor.imports, specifier));
  const head = [
    ...(html.hasIcon ? [] : ['<link rel="icon" href="data:," />']),
    imports,
    ...preloads.map((specifier) => `<link rel="modulepreload" href="${addressOf(specifier)}" />`),
    `<style id="${STYLE_ID}"${nonce}>${build.css.replaceAll("</", "<\\/")}</style>`,
  ];
  const foot = [
    `<script type="application/json" id="${PAYLOAD_ID}"${nonce}>${scriptJson(payload)}</script>`,
    `<script type="module"${nonce}>import "${RUNTIME_PACKAGE}";</script>`,
  ];
  const { text } = html;
  return [text.slice(0, html.head), ...head, text.slice(html.head, html.foot), ...foot, text.slice(html.foot)].join("\n");
}

/** Where the packages are, as the element that says it, and of each one. */
export function importMap({ hash, imports }: Vendor, nonce = ""): { imports: string; addressOf(specifier: string): string } {
  const addressOf = (specifier: string) => `/__v/${hash}/${imports[specifier]}`;
  const all = Object.fromEntries(Object.keys(imports).map((specifier) => [specifier, addressOf(specifier)]));
  return { imports: `<script type="importmap"${nonce}>${scriptJson({ imports: all })}</script>`, addressOf };
}

/** JSON that cannot end the script element it stands in. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
