/** An import of something that its module does not export: default for named or named for default, a misspelt name, or the wrong module. */

import { addImport, importsIn, namedIn, nearestName, removeSpecifier, specifierOf } from "@edgewright/app-check";
import type { ImportDeclaration, Node } from "typescript";
import { exportersOf } from "./exporters.ts";
import { familiarity } from "./familiarity.ts";
import { appPath, moduleSymbol, type Proposal, replaceIn, replaceNode, type Site } from "./site.ts";
import { resolveFrom } from "./specifier.ts";

const WHOLE_MODULE = new Set([2339, 2344, 2349, 2503, 2604, 2635, 2709, 2749, 2786]);
const NOT_EXPORTED = new Set([1192, 1259, 2305, 2459, 2460, 2613, 2614, 2616, 2724]);

export function wrongImport(site: Site): Proposal[] {
  const { ts, node, number } = site;
  if (WHOLE_MODULE.has(number)) return defaultOfNone(site);
  if (!NOT_EXPORTED.has(number)) return [];
  const declaration = enclosing(site, node);
  if (!declaration) return [];
  const specifier = ts.isImportSpecifier(node.parent) ? node.parent : null;
  const imported = specifier ? (specifier.propertyName ?? specifier.name).text : "default";
  const local = specifier ? specifier.name.text : ts.isIdentifier(node) ? node.text : "";
  const names = exportNames(site, declaration);
  const at = { site, declaration, imported, local, names };
  return [...otherForm(at), ...misspelt(at), ...elsewhere(at), ...unused(at)];
}

/** A default import of a package without one gives all of the package: found only where it is used. */
function defaultOfNone(site: Site): Proposal[] {
  const { ts, node, file } = site;
  if (!ts.isIdentifier(node)) return [];
  const local = node.text;
  const declaration = importsIn(ts, file).find(({ importClause }) => importClause?.name?.text === local);
  const names = declaration && exportNames(site, declaration);
  if (!declaration || !names || names.has("default") || !names.has(local)) return [];
  const isType = declaration.importClause?.isTypeOnly ?? false;
  const edits = swapped(site, declaration, { specifier: specifierOf(ts, declaration), local, name: local, isType });
  return [{ kind: "wrong_import", cost: 0.05, edits }];
}

type WrongImport = { site: Site; declaration: ImportDeclaration; imported: string; local: string; names: Set<string> };

function enclosing({ ts }: Site, node: Node): ImportDeclaration | null {
  for (let at: Node | undefined = node; at; at = at.parent) if (ts.isImportDeclaration(at)) return at;
  return null;
}

function exportNames(site: Site, declaration: ImportDeclaration): Set<string> {
  const specifier = specifierOf(site.ts, declaration);
  const packed = site.inspection.sources.exportsOf(specifier);
  const module = moduleSymbol(site, declaration.moduleSpecifier);
  const loaded = module ? site.checker.getExportsOfModule(module).map(({ name }) => name) : [];
  return new Set([...loaded, ...packed.values, ...packed.types]);
}

/** What was imported by name becomes the default, or the other way round. */
function otherForm({ site, declaration, imported, local, names }: WrongImport): Proposal[] {
  const wanted = { specifier: specifierOf(site.ts, declaration), local, isType: declaration.importClause?.isTypeOnly ?? false };
  const swap = (name: string, cost: number): Proposal => ({
    kind: "wrong_import",
    cost,
    edits: swapped(site, declaration, { ...wanted, name }),
  });
  if (imported !== "default") return names.has("default") ? [swap("default", 0.6)] : [];
  if (names.has(local)) return [swap(local, 0.1)];
  const [only, ...others] = [...names].filter((name) => name !== "default");
  return only !== undefined && others.length === 0 ? [swap(only, 1.5)] : [];
}

/** Takes the name out and puts it in again in its other form; one edit when the declaration holds nothing else. */
function swapped(site: Site, declaration: ImportDeclaration, wanted: { specifier: string; name: string; local: string; isType: boolean }) {
  const { ts, file, path } = site;
  const clause = declaration.importClause;
  const bindings = clause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
  const text = wanted.name === wanted.local ? wanted.name : `${wanted.name} as ${wanted.local}`;
  if (clause?.name?.text === wanted.local) {
    const end = bindings ? bindings.end : clause.name.end;
    const others = named.map((element) => element.getText(file));
    return [{ path, start: clause.name.getStart(file), end, text: `{ ${[text, ...others].join(", ")} }` }];
  }
  const others = named.filter(({ name }) => name.text !== wanted.local).map((element) => element.getText(file));
  if (!clause || !bindings || clause.name) return [];
  const kept = others.length > 0 ? `, { ${others.join(", ")} }` : "";
  return [{ path, start: bindings.getStart(file), end: bindings.end, text: `${wanted.local}${kept}` }];
}

/** The export that was meant; or, where the slip is in the module itself, the export as it is asked for. */
function misspelt({ site, declaration, imported, local, names }: WrongImport): Proposal[] {
  const { ts, node, file, checker } = site;
  if (imported === "default" || !ts.isImportSpecifier(node.parent)) return [];
  const specifier = node.parent;
  return nearestName(imported, names).flatMap(({ name, distance }): Proposal[] => {
    const written = specifier.propertyName ?? specifier.name;
    const uses = local === imported ? namedIn(ts, file, local).filter((use) => use !== written) : [];
    const here: Proposal = {
      kind: "misspelling",
      cost: distance,
      edits: [replaceNode(site, written, name), ...uses.map((use) => replaceNode(site, use, name))],
    };
    const module = moduleSymbol(site, declaration.moduleSpecifier);
    const symbol = module && checker.getExportsOfModule(module).find((one) => one.name === name);
    const there = symbol?.declarations?.[0]?.getSourceFile();
    const path = there && appPath(site, there);
    if (!there || !path) return [here];
    const edits = namedIn(ts, there, name).map((use) => replaceIn(path, there, use, imported));
    const likely = familiarity(site.inspection, imported) > familiarity(site.inspection, name);
    return [here, { kind: "misspelling", cost: distance + (likely ? -0.3 : 0.5), edits }];
  });
}

/** The same name from a module that has it. */
function elsewhere({ site, declaration, imported, local }: WrongImport): Proposal[] {
  if (imported !== local && imported !== "default") return [];
  const here = resolveFrom(site, site.path, specifierOf(site.ts, declaration));
  return exportersOf(site, local)
    .filter(({ specifier }) => resolveFrom(site, site.path, specifier) !== here)
    .map(({ cost, ...wanted }) => ({
      kind: "wrong_import",
      cost: cost + 0.2,
      edits: [removeSpecifier(site, declaration, local), addImport(site, wanted)],
    }));
}

/** Nothing uses it. */
function unused({ site, declaration, local }: WrongImport): Proposal[] {
  if (namedIn(site.ts, site.file, local).length !== 1) return [];
  return [{ kind: "unused_import", cost: 2, edits: [removeSpecifier(site, declaration, local)] }];
}
