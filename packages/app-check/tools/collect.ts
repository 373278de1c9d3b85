/** All declaration files that the catalogue's packages reach, and how a bare import finds them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageExports } from "@edgewright/app-check";
import ts from "typescript";

/** Paths start with `node_modules/`. `entries` maps a package to its importable subpaths and the files behind them. */
export type CollectedTypes = {
  files: Record<string, string>;
  entries: Record<string, Record<string, string>>;
  exports: Record<string, PackageExports>;
};

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  skipLibCheck: true,
  noEmit: true,
};

export function collectTypes(root: string, specifiers: readonly string[]): CollectedTypes {
  const probe = join(root, "probe.mts");
  const host = ts.createCompilerHost(OPTIONS);
  const fromDisk = { getSourceFile: host.getSourceFile, fileExists: host.fileExists };
  const text = specifiers.map((specifier, index) => `import * as m${index} from ${JSON.stringify(specifier)};`).join("\n");
  host.fileExists = (path) => path === probe || fromDisk.fileExists(path);
  host.getSourceFile = (path, ...rest) =>
    path === probe ? ts.createSourceFile(path, text, ts.ScriptTarget.Latest) : fromDisk.getSourceFile(path, ...rest);
  const program = ts.createProgram([probe], OPTIONS, host);

  const collected: CollectedTypes = { files: {}, entries: {}, exports: exportsIn(root, program, probe) };
  for (const file of program.getSourceFiles()) {
    const path = inNodeModules(root, file.fileName);
    if (path && !program.isSourceFileDefaultLibrary(file)) collected.files[path] = file.text;
    for (const specifier of importsIn(file)) {
      const found = ts.resolveModuleName(specifier, file.fileName, OPTIONS, host).resolvedModule?.resolvedFileName;
      const target = found && inNodeModules(root, found);
      if (target) addEntry(collected, specifier, target);
    }
  }
  return collected;
}

/** What the packages that the probe imports export. */
function exportsIn(root: string, program: ts.Program, probe: string): Record<string, PackageExports> {
  const checker = program.getTypeChecker();
  const imports = program.getSourceFile(probe)?.statements.filter(ts.isImportDeclaration) ?? [];
  return Object.fromEntries(
    imports.map(({ moduleSpecifier }) => {
      const module = checker.getSymbolAtLocation(moduleSpecifier);
      const symbols = module ? checker.getExportsOfModule(module) : [];
      const isValue = (symbol: ts.Symbol) => {
        const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
        return (meant.flags & ts.SymbolFlags.Value) !== 0;
      };
      const names = (wanted: boolean) => symbols.filter((symbol) => isValue(symbol) === wanted).map(({ name }) => name);
      const { text: specifier } = moduleSpecifier as ts.StringLiteral;
      return [specifier, { values: names(true), types: names(false), version: versionOf(root, specifier) }];
    }),
  );
}

function versionOf(root: string, specifier: string): string {
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  return (JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")) as { version: string }).version;
}

const inNodeModules = (root: string, path: string): string | null =>
  path.startsWith(join(root, "node_modules/")) ? path.slice(root.length + 1) : null;

const importsIn = (file: ts.SourceFile): string[] =>
  ts
    .preProcessFile(file.text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => !specifier.startsWith("."));

function addEntry({ entries }: CollectedTypes, specifier: string, target: string): void {
  const folder = packageFolder(target);
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  const subpath = specifier === name ? "." : `.${specifier.slice(name.length)}`;
  const known = entries[folder] ?? {};
  known[subpath] = `.${target.slice(folder.length)}`;
  entries[folder] = known;
}

/** `node_modules/@types/react` of `node_modules/@types/react/index.d.ts`. */
export function packageFolder(path: string): string {
  const parts = path.split("/");
  const at = parts.lastIndexOf("node_modules");
  return parts.slice(0, at + (parts[at + 1]?.startsWith("@") ? 3 : 2)).join("/");
}
