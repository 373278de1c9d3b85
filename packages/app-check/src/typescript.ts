/** What the checker and its repairs use of TypeScript; build-types cuts the compiler down to it. */
import type ts from "typescript";

/** Names of TypeScript's public interface. */
export const TYPESCRIPT_NAMES = [
  "createProgram",
  "createSourceFile",
  "flattenDiagnosticMessageText",
  "forEachChild",
  "getLineAndCharacterOfPosition",
  "idText",
  "isArrayBindingPattern",
  "isArrowFunction",
  "isAwaitExpression",
  "isBinaryExpression",
  "isBindingElement",
  "isBlock",
  "isCallExpression",
  "isCaseClause",
  "isConditionalExpression",
  "isElementAccessExpression",
  "isExportDeclaration",
  "isExportSpecifier",
  "isExpression",
  "isExternalModule",
  "isExternalModuleReference",
  "isFunctionLike",
  "isIdentifier",
  "isImportDeclaration",
  "isImportSpecifier",
  "isImportTypeNode",
  "isJsxAttribute",
  "isJsxElement",
  "isJsxExpression",
  "isJsxOpeningElement",
  "isJsxSelfClosingElement",
  "isJsxSpreadAttribute",
  "isLiteralTypeNode",
  "isNamedExports",
  "isNamedImports",
  "isNamespaceImport",
  "isNewExpression",
  "isObjectBindingPattern",
  "isObjectLiteralExpression",
  "isParenthesizedExpression",
  "isPropertyAccessExpression",
  "isPropertyAssignment",
  "isPropertySignature",
  "isReturnStatement",
  "isShorthandPropertyAssignment",
  "isStringLiteral",
  "isStringLiteralLike",
  "isTemplateExpression",
  "isTypeReferenceNode",
  "isVariableDeclaration",
  "isVariableStatement",
  "resolveTripleslashReference",
] as const satisfies (keyof typeof ts)[];

/** Names of its language service that are not in its public interface, and what they are called inside. */
export const INTERNAL_NAMES = {
  isImportCall: "isImportCall",
  getSpellingSuggestion: "getSpellingSuggestion",
  getFixes: "getFixes",
  getFormatContext: "ts_formatting_exports.getFormatContext",
  getDefaultFormatCodeSettings: "getDefaultFormatCodeSettings",
  getTokenAtPosition: "getTokenAtPosition",
} as const;

/** The code fixes that are kept, by their file in TypeScript's sources. Those whose answer is a guess at what was meant are not. */
export const CODE_FIXES: readonly string[] = [
  "addMissingAsync",
  "addMissingAwait",
  "convertConstToLet",
  "convertToTypeOnlyExport",
  "fixAddMissingNewOperator",
  "fixAwaitInSyncFunction",
  "fixExpectedComma",
  "fixForgottenThisPropertyAccess",
  "fixImportNonExportedMember",
  "fixInvalidImportSyntax",
  "fixInvalidJsxCharacters",
  "fixMissingCallParentheses",
  "fixPropertyAssignment",
  "fixReturnTypeInAsyncFunction",
  "fixSpelling",
  "returnValueCorrect",
  "wrapJsxInFragment",
];

type FormatContext = { readonly options: ts.FormatCodeSettings };
/** What a code fix is made from; a `LanguageService` makes the same of its own program. */
export type CodeFixContext = {
  errorCode: number;
  span: ts.TextSpan;
  sourceFile: ts.SourceFile;
  program: ts.Program;
  host: ts.CompilerHost & { getCompilationSettings(): ts.CompilerOptions };
  cancellationToken: ts.CancellationToken;
  formatContext: FormatContext;
  preferences: ts.UserPreferences;
};

type Internal = {
  isImportCall(node: ts.Node): boolean;
  getSpellingSuggestion<T>(name: string, candidates: readonly T[], getName: (candidate: T) => string): T | undefined;
  getFixes(context: CodeFixContext): readonly ts.CodeFixAction[];
  getFormatContext(options: ts.FormatCodeSettings, host: { getNewLine(): string }): FormatContext;
  getDefaultFormatCodeSettings(newLine: string): ts.FormatCodeSettings;
  getTokenAtPosition(file: ts.SourceFile, position: number): ts.Node;
};

export type TypeScript = Pick<typeof ts, (typeof TYPESCRIPT_NAMES)[number]> & Internal;

/** Members of the compiler's enums, which the bundle does not carry. */
export const ES2022: ts.ScriptTarget.ES2022 = 9;
export const PARSE_NO_JSDOC: ts.JSDocParsingMode.ParseNone = 1;
export const ES_NEXT: ts.ModuleKind.ESNext = 99;
export const BUNDLER: ts.ModuleResolutionKind.Bundler = 100;
export const FORCE_MODULE: ts.ModuleDetectionKind.Force = 3;
export const REACT_JSX: ts.JsxEmit.ReactJSX = 4;
