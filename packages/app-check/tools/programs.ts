/**
 * Programs that use everything an app may: each export of the catalogue in every way of importing it, the browser's
 * globals with their members, each property of `style`, each attribute of each element. One use a line. Material of the matrix.
 */

import { BROWSER_PACKAGES, SERVER_PACKAGES } from "@edgewright/app-build";
import type { FileMap } from "@edgewright/contracts";
import { first } from "@edgewright/core";
import ts from "typescript";
import type { RealChecker } from "./real-checker.ts";

const INTERNAL = /\/jsx-(dev-)?runtime$/;
/** Assignable to this is only what means `any`, so that a type that was thinned to it shows. */
const NOTHING = "{ readonly __none: 1 }";
const LINES = 400;

type Kind = "imports" | "globals" | "members" | "styles" | "attributes";
export type Programs = Record<Kind, FileMap>;

/** Of each package at most so many names, and so many elements, from `first` on; all of them when left out. */
export type Sample = { most: number; first: number };

/** What the real compiler knows, asked through a file that imports everything. */
export function programs(real: RealChecker, sample: Sample = { most: Number.POSITIVE_INFINITY, first: 0 }): Programs {
  const specifiers = [...new Set([...BROWSER_PACKAGES, ...SERVER_PACKAGES])].filter((name) => !INTERNAL.test(name));
  const text = `${specifiers.map((name, at) => `import * as m${at} from "${name}";`).join("\n")}
declare const style: import("react").CSSProperties; declare const elements: import("react").JSX.IntrinsicElements;\n`;
  const { program, file } = real.open("probe.tsx", text);
  const checker = program.getTypeChecker();
  const modules = file.statements.filter(ts.isImportDeclaration).map(({ moduleSpecifier }) => checker.getSymbolAtLocation(moduleSpecifier));
  const declared = file.statements.filter(ts.isVariableStatement).map(({ declarationList: { declarations } }) => first(declarations));
  const [style, elements] = declared.map((one) => checker.getTypeAtLocation(one)) as [ts.Type, ts.Type];
  const globals = checker.getSymbolsInScope(file, ts.SymbolFlags.Value | ts.SymbolFlags.Type).filter((symbol) => isGlobal(symbol, program));
  const imports: FileMap = {};
  specifiers.forEach((specifier, at) => {
    const names = modules[at] ? checker.getExportsOfModule(modules[at]).map(({ name }) => name) : [];
    for (const side of ["src", "server"]) {
      const packages = side === "src" ? BROWSER_PACKAGES : SERVER_PACKAGES;
      if (packages.includes(specifier))
        Object.assign(imports, importPrograms(`${side}/${specifier.replaceAll("/", "-")}`, specifier, sampled(names, sample)));
    }
  });
  return {
    imports,
    globals: split("src/globals", globals.flatMap(globalUses)),
    members: split(
      "src/members",
      globals.flatMap((symbol) => memberUses(checker, symbol)),
    ),
    styles: split("src/styles", ['import type { CSSProperties } from "react";'], style.getProperties().flatMap(styleUses(checker))),
    attributes: split(
      "src/attributes",
      sampled(elements.getProperties(), sample).flatMap((element) => attributeUses(checker, element)),
      "tsx",
    ),
  };
}

const isGlobal = ({ declarations = [], name }: ts.Symbol, program: ts.Program): boolean =>
  /^[A-Za-z]\w*$/.test(name) && declarations.some((one) => program.isSourceFileDefaultLibrary(one.getSourceFile()));

/** Files of bounded length, each with the same head. */
function split(path: string, head: string[], linesOrEnding?: string[] | string): FileMap {
  const [first, lines] = Array.isArray(linesOrEnding) ? [head, linesOrEnding] : [[], head];
  const ending = typeof linesOrEnding === "string" ? linesOrEnding : "ts";
  const files: FileMap = {};
  for (let at = 0; at < lines.length; at += LINES) {
    files[`${path}-${at / LINES}.${ending}`] = `${[...first, ...lines.slice(at, at + LINES), "export {};"].join("\n")}\n`;
  }
  return files;
}

const WAYS = (from: string): string[] => [
  `import whole from "${from}"; export const aWhole: ${NOTHING} = whole;`,
  `import * as space from "${from}"; export const aSpace: ${NOTHING} = space;`,
  `import type typeOnly from "${from}"; export type Whole = typeof typeOnly;`,
  `import type * as types from "${from}"; export type Space = typeof types;`,
  `import { default as renamed } from "${from}"; export const aRenamed: ${NOTHING} = renamed;`,
  `import "${from}";`,
  `import required = require("${from}"); export const aRequired: ${NOTHING} = required;`,
  `export * from "${from}";`,
  `export * as out from "${from}";`,
  `export { default as passed } from "${from}";`,
  `export const later: Promise<${NOTHING}> = import("${from}");`,
  `export const laterWhole = import("${from}").then((found): ${NOTHING} => found.default);`,
  `export type Typed = typeof import("${from}");`,
  `import { thisNameIsNowhere } from "${from}"; export const nowhere = thisNameIsNowhere;`,
  `export type Nowhere = import("${from}").ThisNameIsNowhere;`,
];

function sampled<T>(all: readonly T[], { most, first }: Sample): T[] {
  const step = Math.ceil(all.length / most) || 1;
  return all.filter((_, at) => at % step === first % step);
}

function importPrograms(path: string, from: string, names: readonly string[]): FileMap {
  const plain = names.filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== "default");
  const uses = plain.flatMap((name, at) => [
    `import { ${name} as v${at} } from "${from}"; export const a${at}: ${NOTHING} = v${at};`,
    `import { type ${name} as t${at} } from "${from}"; export type T${at} = t${at};`,
    `export { ${name} as e${at} } from "${from}";`,
    `export type { ${name} as f${at} } from "${from}";`,
    `export type I${at} = import("${from}").${name}; export declare const i${at}: I${at}; export const j${at}: ${NOTHING} = i${at};`,
    `import ${name} from "${from}"; export const d${at} = ${name};`,
    `export const k${at}: ${NOTHING} = all.${name};`,
    `import { ${name}x as m${at} } from "${from}"; export const n${at} = m${at};`,
  ]);
  const ways: FileMap = {};
  WAYS(from).forEach((way, at) => {
    ways[`${path}/way-${at}.ts`] = `${way}\nexport {};\n`;
  });
  return { ...ways, ...split(`${path}/names`, [`import * as all from "${from}";`], uses) };
}

function globalUses({ name, flags }: ts.Symbol): string[] {
  const value = flags & ts.SymbolFlags.Value ? [`export const v_${name}: ${NOTHING} = ${name};`] : [];
  const type = flags & ts.SymbolFlags.Type ? [`export const t_${name} = (of: ${name}): ${NOTHING} => of;`] : [];
  return [...value, ...type];
}

/** Members are read, not used: how each is typed shows in what may be done with it. */
function memberUses(checker: ts.TypeChecker, symbol: ts.Symbol): string[] {
  const { name, flags } = symbol;
  if (!(flags & ts.SymbolFlags.Interface)) return [];
  const type = checker.getDeclaredTypeOfSymbol(symbol) as ts.InterfaceType;
  const parameters = type.typeParameters ?? [];
  const generic = parameters.length > 0 ? `<${parameters.map(() => "any").join(", ")}>` : "";
  return (type.symbol.members ? [...type.symbol.members.keys()] : [])
    .map(String)
    .filter((member) => /^[A-Za-z]\w*$/.test(member))
    .map((member) => `export const m_${name}_${member} = (of: ${name}${generic}): ${NOTHING} => of.${member};`);
}

const styleUses = (checker: ts.TypeChecker) => (property: ts.Symbol) => {
  const type = checker.getTypeOfSymbol(property);
  const literals = (type.isUnion() ? type.types : [type]).flatMap((one) => (one.isStringLiteral() ? [JSON.stringify(one.value)] : []));
  const written = JSON.stringify(property.name);
  return [...literals, '"nothing like it"', "1", "{}", "null"].map((value) => `void ({ ${written}: ${value} } satisfies CSSProperties);`);
};

function attributeUses(checker: ts.TypeChecker, element: ts.Symbol): string[] {
  return checker
    .getTypeOfSymbol(element)
    .getProperties()
    .filter(({ name }) => /^[A-Za-z][\w-]*$/.test(name) && name !== "children")
    .flatMap(({ name }) => [`void (<${element.name} ${name}={undefined} />);`, `void (<${element.name} ${name}={{ __none: 2 }} />);`]);
}
