/** What the checker uses of the TypeScript compiler; build-types cuts the compiler down to it. */
import type ts from "typescript";

/** Names that the cut compiler exports. Its nodes lack what the language service adds, such as `text` of identifiers. */
export const TYPESCRIPT_NAMES = [
  "createProgram",
  "createSourceFile",
  "flattenDiagnosticMessageText",
  "getLineAndCharacterOfPosition",
  "idText",
  "isExportDeclaration",
  "isImportDeclaration",
  "isNamedExports",
  "isNamedImports",
  "isNamespaceImport",
  "isStringLiteral",
] as const satisfies (keyof typeof ts)[];

export type TypeScript = Pick<typeof ts, (typeof TYPESCRIPT_NAMES)[number]>;

/** The compiler inlines its enums where it is cut, so the members used here are spelled out. */
export const ES2022: ts.ScriptTarget.ES2022 = 9;
export const PARSE_NO_JSDOC: ts.JSDocParsingMode.ParseNone = 1;
export const ES_NEXT: ts.ModuleKind.ESNext = 99;
export const BUNDLER: ts.ModuleResolutionKind.Bundler = 100;
export const FORCE_MODULE: ts.ModuleDetectionKind.Force = 3;
export const REACT_JSX: ts.JsxEmit.ReactJSX = 4;
