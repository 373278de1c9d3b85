/** Writes imports: adds a name to a file's imports, or takes one out, in the style of what is there. */
import type { ImportDeclaration, ImportSpecifier, NamedImports, SourceFile } from "typescript";
import type { Edit } from "./edit.ts";
import type { TypeScript } from "./typescript.ts";

/** `name` is what the module exports ("default" and "*" for the whole), `local` what the file calls it. */
export type WantedImport = { specifier: string; name: string; local: string; isType: boolean };
type EditedFile = { ts: TypeScript; path: string; file: SourceFile };

export const importsIn = (ts: TypeScript, file: SourceFile): ImportDeclaration[] => file.statements.filter(ts.isImportDeclaration);

export const specifierOf = (ts: TypeScript, { moduleSpecifier }: ImportDeclaration): string =>
  ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";

const isTypeOnly = (declaration: ImportDeclaration): boolean => declaration.importClause?.isTypeOnly ?? false;

export function addImport(at: EditedFile, wanted: WantedImport): Edit {
  const { ts, file } = at;
  const same = importsIn(ts, file).filter((declaration) => specifierOf(ts, declaration) === wanted.specifier);
  if (wanted.name !== "default" && wanted.name !== "*") {
    const named = same.flatMap((declaration) => {
      const bindings = declaration.importClause?.namedBindings;
      return bindings && ts.isNamedImports(bindings) ? [{ bindings, ofTypes: isTypeOnly(declaration) }] : [];
    });
    const fitting = named.find(({ ofTypes }) => ofTypes === wanted.isType) ?? named.find(({ ofTypes }) => !ofTypes);
    if (fitting) return intoNamed(at, fitting.bindings, wanted, fitting.ofTypes);
    const lone = same.find(({ importClause }) => importClause?.name && !importClause.namedBindings && !importClause.isTypeOnly);
    const name = lone?.importClause?.name;
    if (name) return { path: at.path, start: name.end, end: name.end, text: `, { ${written(wanted, wanted.isType)} }` };
  }
  if (wanted.name === "default") {
    const clause = same.find(({ importClause }) => importClause && !importClause.name && !importClause.isTypeOnly)?.importClause;
    const named = clause?.namedBindings;
    if (named && ts.isNamedImports(named)) {
      const start = named.getStart(file);
      return { path: at.path, start, end: start, text: `${wanted.local}, ` };
    }
  }
  return newLine(at, wanted);
}

function intoNamed({ path, file }: EditedFile, bindings: NamedImports, wanted: WantedImport, ofTypes: boolean): Edit {
  const elements = [...bindings.elements];
  const text = written(wanted, wanted.isType && !ofTypes);
  const last = elements.at(-1);
  if (!last) return { path, start: bindings.getStart(file), end: bindings.end, text: `{ ${text} }` };
  const after = elements.find((element) => sortKey(element.name.text) > sortKey(wanted.local));
  if (!after) return { path, start: last.end, end: last.end, text: `,${gapBefore(file, last)}${text}` };
  const start = after.getStart(file);
  return { path, start, end: start, text: `${text},${gapBefore(file, after)}` };
}

/** What stands between an element and the one before: a space, or a line's end and indentation. */
function gapBefore(file: SourceFile, element: ImportSpecifier): string {
  const gap = file.text.slice(element.pos, element.getStart(file));
  return /^\s*\n\s*$/.test(gap) ? gap : " ";
}

const sortKey = (name: string) => name.toLowerCase();

const written = ({ name, local }: WantedImport, isType: boolean): string =>
  `${isType ? "type " : ""}${name === local ? name : `${name} as ${local}`}`;

function newLine({ ts, path, file }: EditedFile, wanted: WantedImport): Edit {
  const imports = importsIn(ts, file);
  const quote = imports[0]?.moduleSpecifier.getText(file).startsWith("'") ? "'" : '"';
  const end = imports[0] && !imports[0].getText(file).endsWith(";") ? "" : ";";
  const { name, local, isType, specifier } = wanted;
  const clause = name === "default" ? local : name === "*" ? `* as ${local}` : `{ ${written(wanted, false)} }`;
  const line = `import ${isType ? "type " : ""}${clause} from ${quote}${specifier}${quote}${end}`;
  const before = imports.findLast((declaration) => importOrder(specifierOf(ts, declaration), specifier) <= 0);
  const first = imports[0] ?? file.statements[0];
  if (before) return { path, start: before.end, end: before.end, text: `\n${line}` };
  const start = first?.getStart(file) ?? 0;
  return { path, start, end: start, text: imports[0] ? `${line}\n` : `${line}\n\n` };
}

/** Packages first, then what lies further away, then by name. */
function importOrder(a: string, b: string): number {
  const rank = (specifier: string) =>
    /^(\.\/|\.$)/.test(specifier) ? 3 : specifier.startsWith(".") ? 2 : specifier.startsWith("@/") ? 1 : 0;
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Takes one name out; the whole declaration when it is the only one. */
export function removeSpecifier({ ts, path, file }: EditedFile, declaration: ImportDeclaration, local: string): Edit {
  const clause = declaration.importClause;
  const bindings = clause?.namedBindings;
  const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
  const element = elements.find(({ name }) => name.text === local);
  const others = (clause?.name && clause.name.text !== local ? 1 : 0) + elements.filter((one) => one !== element).length;
  if (others === 0) return removeLine(path, file, declaration);
  if (clause?.name?.text === local && bindings) return { path, start: clause.name.getStart(file), end: bindings.getStart(file), text: "" };
  if (!element || !bindings) return removeLine(path, file, declaration);
  if (elements.length === 1 && clause?.name) return { path, start: clause.name.end, end: bindings.end, text: "" };
  const index = elements.indexOf(element);
  const next = elements[index + 1];
  if (next) return { path, start: element.getStart(file), end: next.getStart(file), text: "" };
  const before = elements[index - 1];
  return { path, start: before ? before.end : element.getStart(file), end: element.end, text: "" };
}

export function removeLine(path: string, file: SourceFile, declaration: ImportDeclaration): Edit {
  const end = declaration.end + (/^[ \t]*\r?\n/.exec(file.text.slice(declaration.end))?.[0].length ?? 0);
  return { path, start: declaration.getStart(file), end, text: "" };
}
