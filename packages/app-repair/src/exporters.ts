/** Where a name can be imported from: the app's own files and the catalogue. */
import { packagesOf } from "@edgewright/app-build";
import { importsIn, sideOf, specifierOf, type WantedImport } from "@edgewright/app-check";
import { appPath, type Site } from "./site.ts";
import { baseName, resolveFrom, specifierTo, styleOf } from "./specifier.ts";

export type Exporter = WantedImport & { cost: number };

/** What nobody means by a bare name: the compiler's own, another name for zod, and locales, which are called `is`, `it` and `id`. */
const NEVER_MEANT = /\/jsx-(dev-)?runtime$|^zod\/v4$|^date-fns\/locale$/;
/**
 * What an app most likely means by a name: what a module has that the file imports already,
 * then what the other files import, then the app's own, then packages.
 * Icons come last, since nearly every word is one. All are likelier than a slip of the finger.
 */
const [IMPORTED, USUAL, USED, APP, HANDED_ON, PACKAGE, RARE] = [0.02, 0.05, 0.08, 0.1, 0.2, 0.25, 0.35];
const RARELY: readonly string[] = ["recharts", "lucide-react"];

/** The ways in which `local` can be imported by the site's file, the likeliest cheapest. */
export function exportersOf(site: Site, local: string): Exporter[] {
  const found = [...asElsewhere(site, local), ...fromFiles(site, local), ...fromPackages(site, local)];
  const seen = new Set<string>();
  const imported = new Set(importsIn(site.ts, site.file).map((declaration) => specifierOf(site.ts, declaration)));
  const near = found.map((one) => (imported.has(one.specifier) ? { ...one, cost: IMPORTED + one.cost / 10 } : one));
  return near.filter(({ specifier, name }) => {
    const key = `${name} ${specifier}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

/** As other files of the app import it, aliases and all. */
function asElsewhere(site: Site, local: string): Exporter[] {
  const { ts, inspection, path } = site;
  const counts = new Map<string, { wanted: WantedImport; count: number }>();
  for (const other of inspection.sources.paths()) {
    const file = other === path || sideOf(other) !== sideOf(path) ? undefined : inspection.file(other);
    if (!file?.text.includes(local)) continue;
    for (const declaration of importsIn(ts, file)) {
      const form = formOf(site, declaration, local);
      const target = form && resolveFrom(site, other, specifierOf(ts, declaration));
      if (!form || !target || target === path) continue;
      const specifier = target.startsWith("package:") ? target.slice(8) : specifierTo(path, target, styleOf(site));
      const known = counts.get(`${form.name} ${specifier}`);
      if (known) known.count++;
      else counts.set(`${form.name} ${specifier}`, { wanted: { specifier, local, ...form }, count: 1 });
    }
  }
  const most = Math.max(...[...counts.values()].map(({ count }) => count));
  return [...counts.values()].map(({ wanted, count }) => ({ ...wanted, cost: count === most ? USUAL : USED }));
}

function formOf({ ts }: Site, { importClause: clause }: ReturnType<typeof importsIn>[number], local: string) {
  if (!clause) return null;
  if (clause.name?.text === local) return { name: "default", isType: clause.isTypeOnly };
  const bindings = clause.namedBindings;
  if (!bindings) return null;
  if (ts.isNamespaceImport(bindings)) return bindings.name.text === local ? { name: "*", isType: clause.isTypeOnly } : null;
  const element = bindings.elements.find(({ name }) => name.text === local);
  return element ? { name: (element.propertyName ?? element.name).text, isType: clause.isTypeOnly || element.isTypeOnly } : null;
}

function fromFiles(site: Site, local: string): Exporter[] {
  const { checker, inspection, path } = site;
  return inspection.sources.paths().flatMap((other) => {
    const file = other === path || (sideOf(other) === "server" && sideOf(path) !== "server") ? undefined : inspection.file(other);
    const module = file && checker.getSymbolAtLocation(file);
    if (!module) return [];
    const specifier = specifierTo(path, other, styleOf(site));
    return checker.getExportsOfModule(module).flatMap((symbol): Exporter[] => {
      if (symbol.name === local) {
        // What a file only hands on is better taken from where it is made.
        const own = symbol.declarations?.some(
          (declaration) => appPath(site, declaration.getSourceFile()) === other && !site.ts.isExportSpecifier(declaration),
        );
        return [{ specifier, name: local, local, isType: isTypeSymbol(symbol), cost: own ? APP : HANDED_ON }];
      }
      if (symbol.name !== "default") return [];
      const called = symbol.declarations?.some((declaration) => "name" in declaration && nameText(declaration.name) === local);
      return called || baseName(other) === local ? [{ specifier, name: "default", local, isType: false, cost: APP + 0.1 }] : [];
    });
  });
}

const nameText = (name: unknown): string => (typeof name === "object" && name !== null && "text" in name ? String(name.text) : "");

/** Something that is there for the types alone. */
const VALUE = 111551;
const ALIAS = 2097152;
const isTypeSymbol = ({ flags }: { flags: number }) => (flags & (VALUE | ALIAS)) === 0;

function fromPackages(site: Site, local: string): Exporter[] {
  const packages = packagesOf(sideOf(site.path)).filter((name) => !NEVER_MEANT.test(name));
  return packages.flatMap((specifier, index): Exporter[] => {
    const exported = site.inspection.sources.exportsOf(specifier);
    const cost = (RARELY.includes(specifier) ? RARE : PACKAGE) + 0.005 * index;
    if (exported.values.has(local)) return [{ specifier, name: local, local, isType: false, cost }];
    return exported.types.has(local) ? [{ specifier, name: local, local, isType: true, cost }] : [];
  });
}
