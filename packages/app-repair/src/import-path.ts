/** An import that leads nowhere: finds the file or the package of the catalogue that was meant. */

import { packagesOf, wholeOf } from "@edgewright/app-build";
import { distance, importsIn, namedIn, nearestName, removeLine, sideOf } from "@edgewright/app-check";
import type { Node } from "typescript";
import type { Proposal, Site } from "./site.ts";
import { baseName, isLocal, specifierTo } from "./specifier.ts";

const UNRESOLVED = new Set([2307, 2792, 2882, 7016, 6142]);
const ENDING = /\.(tsx?|jsx?|css|svg|json)$/;
/** Names under which packages of the catalogue, or what does the same, are known elsewhere. */
const KNOWN_AS: Record<string, string> = {
  "react-router-dom": "react-router",
  classnames: "clsx",
  lucide: "lucide-react",
  cva: "class-variance-authority",
};

export function importPath(site: Site): Proposal[] {
  const { ts, number, node } = site;
  if (!UNRESOLVED.has(number) || !ts.isStringLiteral(node)) return [];
  const written = node.text;
  const imported = namesFor(site, node);
  const found = isLocal(written) ? files(site, written, imported) : [...packages(site, written), ...files(site, written, imported)];
  const proposals = found.map(
    ({ specifier, cost }): Proposal => ({
      kind: isLocal(written) || isLocal(specifier) ? "import_path" : "missing_dependency",
      cost,
      edits: [{ path: site.path, start: node.getStart(site.file) + 1, end: node.end - 1, text: specifier }],
    }),
  );
  return [...proposals, ...unused(site, node)];
}

type PathCandidate = { specifier: string; cost: number };

function packages({ path }: Site, written: string): PathCandidate[] {
  const side = sideOf(path);
  const known = Object.hasOwn(KNOWN_AS, written) ? KNOWN_AS[written] : undefined;
  const whole = wholeOf(written, side);
  return [
    ...(known ? [{ specifier: known, cost: 0.2 }] : []),
    ...nearestName(written, packagesOf(side)).map(({ name, distance: apart }) => ({ specifier: name, cost: apart })),
    ...(whole === undefined ? [] : [{ specifier: whole, cost: 1.5 }]),
  ];
}

/** What the declaration takes from the module; null when that cannot be said. */
function namesFor({ ts, file }: Site, literal: Node): string[] | null {
  const declaration = importsIn(ts, file).find(({ moduleSpecifier }) => moduleSpecifier === literal);
  const clause = declaration?.importClause;
  if (!clause) return null;
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) return null;
  const named = bindings ? bindings.elements.map((element) => (element.propertyName ?? element.name).text) : [];
  return clause.name ? ["default", ...named] : named;
}

/** The app's files that could be meant, nearest in name first; those with everything that is imported, if it is known. */
function files(site: Site, written: string, imported: string[] | null): PathCandidate[] {
  const style = { alias: written.startsWith("@/"), ending: ENDING.test(written) };
  const isAsset = /\.(css|svg|json)$/.test(written);
  const candidates = Object.keys(site.inspection.sources.files()).filter((path) => path !== site.path && ENDING.test(path));
  return candidates.flatMap((path): PathCandidate[] => {
    if (isAsset !== /\.(css|svg|json)$/.test(path) || (path.startsWith("server/") && !site.path.startsWith("server/"))) return [];
    const specifier = specifierTo(site.path, path, style);
    const names = exportsOfFile(site, path);
    if (imported && !isAsset && !imported.every((name) => names.has(name))) return [];
    const apart = distance(written.toLowerCase(), specifier.toLowerCase());
    const sameName = baseName(path).toLowerCase() === baseName(written).toLowerCase();
    if (sameName) return [{ specifier, cost: 0.1 + 0.02 * apart }];
    if (nearestName(baseName(written), [baseName(path)]).length > 0) return [{ specifier, cost: 0.5 + 0.05 * apart }];
    // Nothing but what is imported from it speaks for the file.
    return imported && imported.length > 0 && imported[0] !== "default" ? [{ specifier, cost: 3 }] : [];
  });
}

function exportsOfFile({ inspection, checker }: Site, path: string): Set<string> {
  const file = inspection.file(path);
  const module = file && checker.getSymbolAtLocation(file);
  return new Set(module ? checker.getExportsOfModule(module).map(({ name }) => name) : []);
}

/** Nothing uses what it would bring. */
function unused({ ts, file, path }: Site, literal: Node): Proposal[] {
  const declaration = importsIn(ts, file).find(({ moduleSpecifier }) => moduleSpecifier === literal);
  const clause = declaration?.importClause;
  if (!declaration || !clause) return [];
  const bindings = clause.namedBindings;
  const locals = bindings ? (ts.isNamespaceImport(bindings) ? [bindings.name.text] : bindings.elements.map(({ name }) => name.text)) : [];
  if (clause.name) locals.push(clause.name.text);
  if (!locals.every((local) => namedIn(ts, file, local).length === 1)) return [];
  return [{ kind: "unused_import", cost: 2, edits: [removeLine(path, file, declaration)] }];
}
