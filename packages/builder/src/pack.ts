/** All an app's browser side as one PageBuild. Given the build before, only what changed is made anew. */
import type { FileMap, Finding, PageBuild } from "@edgewright/contracts";
import { fingerprint } from "./fingerprint.ts";
import { readPageHtml } from "./page-html.ts";
import { mayStandIn, PLACEHOLDER, PLACEHOLDER_SOURCE } from "./placeholder.ts";
import { buildFinding, positionAt } from "./position.ts";
import { resolveImport } from "./resolve.ts";
import { buildStyles, type Styles } from "./styles.ts";
import { REQUIRE, type Transformed, transformFile } from "./transform.ts";

const MAIN_SHEET = "src/styles.css";

/** Outputs of transform kept elsewhere, such as across the eviction of an object. */
export type TransformCache = {
  get(path: string, text: string): Transformed | null;
  set(path: string, text: string, value: Transformed): void;
};

/** A module with its imports resolved. `targets[i]` is what `transformed.requires[i]` means, "" where it means nothing. */
type Linked = {
  text: string;
  transformed: Transformed;
  targets: string[];
  body: string;
  print: string;
  findings: Finding[];
  /** Imports for which the placeholder stands in. */
  missing: Finding[];
};

/** `missing` names component files that do not exist yet; the page shows placeholders for them. */
export type Packed = { page: PageBuild; missing: Finding[]; modules: Map<string, Linked>; styles: Styles };
export type PackOptions = {
  version?: number | null;
  cache?: TransformCache;
  /** For drafts: a component file that is still to be written is no finding of the page. */
  placeholders?: boolean;
};

export async function pack(given: FileMap, previous: Packed | null = null, options: PackOptions = {}): Promise<Packed> {
  const files = options.placeholders ? { ...given, [PLACEHOLDER]: PLACEHOLDER_SOURCE } : given;
  const { html, entry, sheets } = readPageHtml(files["index.html"]);
  const { modules, order, externals } = link(files, entry, previous, options.cache);
  const scripts = order.filter((path) => !path.endsWith(".css"));
  const roots = sheetsOf(files, [...sheets, ...order.filter((path) => path.endsWith(".css"))]);
  const sources = [...("index.html" in files ? ["index.html"] : []), ...scripts.filter((path) => /\.[tj]sx?$/.test(path))];
  const styles = await buildStyles({ files, roots, sources }, previous?.styles ?? null);
  const findings = [...order.flatMap((path) => modules.get(path)?.findings ?? []), ...styles.findings];
  if (!(entry in files)) findings.unshift(buildFinding("index.html", `The page starts with ${entry}, which does not exist.`));
  const body = (path: string) => modules.get(path)?.body ?? "";
  const page: PageBuild = {
    version: options.version ?? null,
    hash: fingerprint(
      [html, styles.css, ...order.map((path) => `${path} ${modules.get(path)?.print}`), ...findings.map(({ message }) => message)].join(
        "\n",
      ),
    ),
    html,
    css: styles.css,
    modules: Object.fromEntries(order.map((path) => [path, body(path)])),
    entry,
    externals: [...externals].sort(),
    findings,
  };
  return { page, missing: order.flatMap((path) => modules.get(path)?.missing ?? []), modules, styles };
}

/** An app that loads no sheet at all still gets the one every app has. */
function sheetsOf(files: FileMap, loaded: string[]): string[] {
  const present = [...new Set(loaded)].filter((path) => path in files);
  return present.length === 0 && MAIN_SHEET in files ? [MAIN_SHEET] : present;
}

/** Every module the entry reaches; `order` has a module's imports before it, as they are evaluated. */
function link(files: FileMap, entry: string, previous: Packed | null, cache: TransformCache | undefined) {
  const modules = new Map<string, Linked>();
  const order: string[] = [];
  const externals = new Set<string>();
  const visited = new Set<string>();
  const visit = (path: string): void => {
    if (visited.has(path)) return;
    visited.add(path);
    const module = linkOne(path, files, previous?.modules.get(path), cache);
    modules.set(path, module);
    for (const target of module.targets) {
      if (target in files) visit(target);
      else if (target !== "") externals.add(target);
    }
    order.push(path);
  };
  if (entry in files) visit(entry);
  return { modules, order, externals };
}

function linkOne(path: string, files: FileMap, known: Linked | undefined, cache: TransformCache | undefined): Linked {
  const text = files[path] ?? "";
  const transformed = known?.text === text ? known.transformed : transformCached(path, text, cache);
  const findings: Finding[] = transformed.finding ? [transformed.finding] : [];
  const missing: Finding[] = [];
  const targets = transformed.requires.map((specifier) => {
    const found = resolveImport(path, specifier, (candidate) => Object.hasOwn(files, candidate));
    if (found.kind === "file") return found.path;
    if (found.kind === "package") return found.specifier;
    const standsIn = PLACEHOLDER in files && mayStandIn(specifier);
    (standsIn ? missing : findings).push(buildFinding(path, found.message, positionAt(text, importIndex(text, specifier))));
    return standsIn ? PLACEHOLDER : "";
  });
  if (known && known.transformed === transformed && known.targets.join("\n") === targets.join("\n")) return known;
  const targetOf = new Map(transformed.requires.map((specifier, index) => [specifier, targets[index]]));
  const body = transformed.code.replace(REQUIRE, (call, single?: string, double?: string) => {
    const target = targetOf.get(single ?? double ?? "");
    return target ? `require(${JSON.stringify(target)})` : call;
  });
  return { text, transformed, targets, body, print: fingerprint(body), findings, missing };
}

function transformCached(path: string, text: string, cache: TransformCache | undefined): Transformed {
  const cached = cache?.get(path, text);
  if (cached) return cached;
  const transformed = transformFile(path, text);
  cache?.set(path, text, transformed);
  return transformed;
}

/** Where the specifier stands in the source, inside its quotes' first one. */
const importIndex = (text: string, specifier: string): number => {
  const double = text.indexOf(`"${specifier}"`);
  return double >= 0 ? double : text.indexOf(`'${specifier}'`);
};
