/** All an app's browser side as one PageBuild. Given the build before, only what changed is made anew. */
import { askedHosts, type FileMap, type Finding, type PageBuild } from "@edgewright/contracts";
import type { Elsewhere } from "./elsewhere.ts";
import { fingerprint } from "./fingerprint.ts";
import { type Graph, link, loadedFindings, type Module, type TransformCache } from "./link.ts";
import { addressFindings, type PageFiles } from "./page-addresses.ts";
import { type PageHtml, readPageHtml } from "./page-html.ts";
import { PLACEHOLDER, PLACEHOLDER_SOURCE } from "./placeholder.ts";
import { buildFinding } from "./position.ts";
import { SCRIPT } from "./script/script.ts";
import { buildStyles, type Styles } from "./styles.ts";

const MAIN_SHEET = "src/styles.css";

/** `missing` names component files that do not exist yet; the page shows placeholders for them. */
export type PackResult = { page: PageBuild; missing: Finding[]; modules: Map<string, Module>; styles: Styles };
export type PackOptions = {
  version?: number | null;
  cache?: TransformCache;
  /** For drafts: a component file that is still to be written is no finding of the page. */
  placeholders?: boolean;
  pause?: () => Promise<void>;
  elsewhere?: Elsewhere;
};

export async function pack(given: FileMap, previous: PackResult | null = null, options: PackOptions = {}): Promise<PackResult> {
  const files = options.placeholders ? { ...given, [PLACEHOLDER]: PLACEHOLDER_SOURCE } : given;
  const html = readPageHtml(files["index.html"], (path) => Object.hasOwn(files, path));
  const { cache, pause, elsewhere } = options;
  const graph = await link({ files, entry: html.entry, side: "browser", previous: previous?.modules, cache, pause, elsewhere });
  const { modules, order } = graph;
  const sheets = order.filter((id) => id.endsWith(".css"));
  const roots = sheetsOf(files, [...html.sheets, ...sheets]);
  const sources = [...(Object.hasOwn(files, "index.html") ? ["index.html"] : []), ...order.filter((id) => SCRIPT.test(id))];
  const styles = await buildStyles({ files, roots, sources, pause, elsewhere }, previous?.styles ?? null);
  const hosts = askedHosts(files);
  const served = [...new Set([...order.flatMap((id) => modules.get(id)?.transformed.serves ?? []), ...styles.serves])].sort();
  const findings = pageFindings({ files, html, graph, styles, page: { files, hosts, served: new Set(served) } });
  const built = Object.fromEntries(
    order.flatMap((id) => {
      const module = modules.get(id);
      return module ? [[id, moduleBuild(module)] as const] : [];
    }),
  );
  const prints = order.map((id) => `${id} ${modules.get(id)?.print}`);
  const parts = [JSON.stringify(html.html), styles.css, ...prints, ...findings.map(({ message }) => message), JSON.stringify(hosts)];
  const page: PageBuild = {
    version: options.version ?? null,
    hash: fingerprint(parts.join("\n")),
    html: html.html,
    css: styles.css,
    modules: built,
    entry: html.entry,
    externals: graph.packages.toSorted(),
    served,
    hosts,
    findings,
  };
  return { page, missing: order.flatMap((id) => modules.get(id)?.missing ?? []), modules, styles };
}

const moduleBuild = ({ body, targets }: Module) => ({
  code: body,
  imports: [...new Set(targets.flat())].filter((target) => target !== ""),
});

type PageParts = { files: FileMap; html: PageHtml; graph: Graph; styles: Styles; page: PageFiles };

function pageFindings({ files, html, graph, styles, page }: PageParts): Finding[] {
  const missing = Object.hasOwn(files, html.entry)
    ? []
    : [buildFinding("index.html", `The page starts with ${html.entry}, which does not exist.`)];
  return [
    ...missing,
    ...graph.order.flatMap((id) => graph.modules.get(id)?.findings ?? []),
    ...styles.findings,
    ...addressFindings("index.html", files["index.html"] ?? "", html.addresses, page),
    ...loadedFindings(graph, page),
    ...styles.addresses.flatMap(({ path, addresses }) => addressFindings(path, files[path] ?? "", addresses, page)),
  ];
}

/** What of the page is wrong without its styles being built: for the check before a version is live. */
export async function checkPage(files: FileMap): Promise<{ html: PageHtml; graph: Graph; findings: Finding[] }> {
  const html = readPageHtml(files["index.html"], (path) => Object.hasOwn(files, path));
  const graph = await link({ files, entry: html.entry, side: "browser" });
  const roots = sheetsOf(files, [...html.sheets, ...graph.order.filter((id) => id.endsWith(".css"))]);
  const styles = await buildStyles({ files, roots, sources: [] }, null);
  const served = new Set([...[...graph.modules.values()].flatMap(({ transformed }) => transformed.serves), ...styles.serves]);
  return { html, graph, findings: pageFindings({ files, html, graph, styles, page: { files, hosts: askedHosts(files), served } }) };
}

/** An app that loads no sheet at all still gets the one every app has. */
function sheetsOf(files: FileMap, loaded: string[]): string[] {
  const present = [...new Set(loaded)].filter((path) => Object.hasOwn(files, path));
  return present.length === 0 && Object.hasOwn(files, MAIN_SHEET) ? [MAIN_SHEET] : present;
}
