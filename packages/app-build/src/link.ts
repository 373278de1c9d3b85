/** An app's modules from its entry on, each with its imports resolved: for the page, for the server and for the boot check. */
import type { FileMap, Finding } from "@edgewright/contracts";
import type { Side } from "./catalogue.ts";
import { type Elsewhere, IN_PLACE } from "./elsewhere.ts";
import { fingerprint } from "./fingerprint.ts";
import { addressFindings, type PageFiles } from "./page-addresses.ts";
import { mayStandIn, PLACEHOLDER } from "./placeholder.ts";
import { quotedFinding } from "./position.ts";
import { resolveImport, resolvePattern } from "./resolve.ts";
import { SCRIPT } from "./script/script.ts";
import { moduleId, moduleOf, transformFile } from "./transform.ts";
import type { Import, TransformedModule } from "./transformed.ts";

/** A module with its imports resolved: `targets` are the ids of what its body requires, "" for what means nothing. */
export type Module = {
  text: string;
  transformed: TransformedModule;
  targets: string[][];
  body: string;
  print: string;
  findings: Finding[];
  /** Imports for which the placeholder stands in. */
  missing: Finding[];
};

/** Outputs of transform kept elsewhere, such as across the eviction of an object. */
export type TransformCache = {
  get(id: string, text: string): TransformedModule | null;
  set(id: string, text: string, value: TransformedModule): void;
};

export type LinkInput = {
  files: FileMap;
  entry: string;
  side: Side;
  previous?: ReadonlyMap<string, Module> | undefined;
  cache?: TransformCache | undefined;
  /** Called between modules, so that whoever shares the thread gets a turn. */
  pause?: (() => Promise<void>) | undefined;
  elsewhere?: Elsewhere | undefined;
};
/** `order` has a module's imports before it, as they are evaluated. `packages` are in the order of their first use. */
export type Graph = { modules: Map<string, Module>; order: string[]; packages: string[] };

/** Enough for any reader; what is wrong in one way is often wrong in many places. */
const MAX_FINDINGS = 30;

export async function link(input: LinkInput): Promise<Graph> {
  const { files, entry, pause } = input;
  const modules = new Map<string, Module>();
  const order: string[] = [];
  const packages = new Set<string>();
  const entered = new Set([entry]);
  const ways = new Map<string, Iterator<string>>();
  const path = Object.hasOwn(files, entry) ? [entry] : [];
  for (let id = path.at(-1); id !== undefined; id = path.at(-1)) {
    let left = ways.get(id);
    if (!left) {
      const module = await linkOne(id, input);
      modules.set(id, module);
      left = new Set(module.targets.flat()).values();
      ways.set(id, left);
      await pause?.();
    }
    const { value: target, done } = left.next();
    if (done) {
      order.push(id);
      path.pop();
    } else if (Object.hasOwn(files, moduleOf(target).path)) {
      if (!entered.has(target)) path.push(target);
      entered.add(target);
    } else if (target !== "") packages.add(target);
  }
  return { modules, order, packages: [...packages] };
}

async function linkOne(id: string, input: LinkInput): Promise<Module> {
  const { files, previous } = input;
  const { path } = moduleOf(id);
  const text = files[path] ?? "";
  const known = previous?.get(id);
  const transformed = known?.text === text ? known.transformed : await transformCached(id, text, input);
  const findings: Finding[] = [...transformed.findings];
  const missing: Finding[] = [];
  const has = (candidate: string) => Object.hasOwn(files, candidate);
  const paths = Object.keys(files);
  const targetOf = (wanted: Import): { targets: string[]; text: string | null } => {
    const { specifier, form, line } = wanted;
    if (form === "pattern") return patternTarget(path, wanted, paths);
    const found = resolveImport(path, specifier, has, input.side);
    if (found.kind === "missing") {
      const standsIn = has(PLACEHOLDER) && mayStandIn(specifier);
      const list = standsIn ? missing : findings;
      if (list.length < MAX_FINDINGS) list.push(quotedFinding(path, text, specifier, line, found.message));
      return standsIn ? { targets: [PLACEHOLDER], text: JSON.stringify(PLACEHOLDER) } : { targets: [""], text: null };
    }
    if (found.kind === "package") return { targets: [found.specifier], text: JSON.stringify(found.specifier) };
    if (form === "mention") return { targets: [found.path], text: null };
    const target = moduleId(found.path, form === "address" ? "address" : found.as);
    return { targets: [target], text: form === "address" ? `require(${JSON.stringify(target)}).default` : JSON.stringify(target) };
  };
  const resolved = transformed.imports.map(targetOf);
  const targets = resolved.map((one) => one.targets);
  const same = known?.transformed === transformed && JSON.stringify(known.targets) === JSON.stringify(targets);
  if (same && findings.length === known.findings.length && missing.length === known.missing.length) return known;
  const body = filled(transformed, resolved);
  return { text, transformed, targets, body, print: fingerprint(body), findings, missing };
}

/** `import(`./views/${name}.tsx`)`: a table of the files it may mean, looked up when it runs. */
function patternTarget(from: string, { specifier }: Import, paths: readonly string[]) {
  const table = resolvePattern(
    from,
    specifier,
    paths.filter((path) => SCRIPT.test(path) || path.endsWith(".json")),
  );
  return { targets: Object.values(table), text: `(t=>s=>Object.hasOwn(t,s)?t[s]:s)(${JSON.stringify(table)})` };
}

function filled({ code, imports }: TransformedModule, resolved: { text: string | null }[]): string {
  const parts: string[] = [];
  let copied = 0;
  for (const [index, { at, end, form }] of imports.entries()) {
    const text = resolved[index]?.text ?? null;
    if (text === null) continue;
    parts.push(code.slice(copied, at), text, form === "pattern" ? `(${code.slice(at, end)})` : "");
    copied = end;
  }
  return parts.join("") + code.slice(copied);
}

/** Read as code, not passed on as a text. */
const READ = /\.(tsx?|jsx?|mjs|module\.css)$/;

type Transforming = Pick<LinkInput, "cache" | "elsewhere">;

async function transformCached(id: string, text: string, { cache, elsewhere }: Transforming): Promise<TransformedModule> {
  const cached = cache?.get(id, text);
  if (cached) return cached;
  const isMuch = text.length > IN_PLACE.scriptCharacters && READ.test(moduleOf(id).path);
  const transformed = elsewhere && isMuch ? await elsewhere.transform({ id, text }) : transformFile(id, text);
  cache?.set(id, text, transformed);
  return transformed;
}

/** What the page's policy keeps back of what these modules load. */
export const loadedFindings = ({ modules }: Graph, page: PageFiles): Finding[] =>
  [...modules].flatMap(([id, { text, transformed }]) => addressFindings(moduleOf(id).path, text, transformed.addresses, page));

/** Syntax errors in scripts that nothing imports yet. */
export async function unreachedFindings(files: FileMap, reached: ReadonlySet<string>, by: Transforming = {}): Promise<Finding[]> {
  const paths = Object.keys(files).filter((path) => SCRIPT.test(path) && !path.endsWith(".d.ts") && !reached.has(path));
  const found = await Promise.all(paths.map((path) => transformCached(path, files[path] ?? "", by)));
  return found.flatMap(({ findings }) => findings);
}
