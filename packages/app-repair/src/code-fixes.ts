/** What TypeScript's own language service proposes for a finding. */

import type { TypeScript } from "@edgewright/app-check";
import { COMPILER_OPTIONS, importsIn, specifierOf } from "@edgewright/app-check";
import type { RepairKind } from "@edgewright/contracts";
import type { Proposal, Site } from "./site.ts";

/** The service's names for its fixes; what is not here is of its own kind. */
const KINDS: Record<string, RepairKind> = {
  spelling: "misspelling",
  addMissingAwait: "missing_await",
  addMissingAsync: "missing_await",
  fixAwaitInSyncFunction: "missing_await",
  fixReturnTypeInAsyncFunction: "missing_await",
  convertToTypeOnlyExport: "import_type",
  fixImportNonExportedMember: "wrong_import",
  invalidImportSyntax: "wrong_import",
};
/** Ours know more of the app, so they go first where both know the answer. */
const COST = 1.2;
/** Its guesses at names do not know which of two spellings is the slip. */
const GUESS = 3;

export function codeFixes(site: Site): Proposal[] {
  const { ts, inspection, fault, file, number } = site;
  if (number === 0) return [];
  const actions = ts.getFixes({
    errorCode: number,
    span: { start: fault.start, length: fault.length },
    sourceFile: file,
    program: inspection.program,
    host: { ...inspection.sources.host(), getCompilationSettings: () => COMPILER_OPTIONS },
    cancellationToken: { isCancellationRequested: () => false, throwIfCancellationRequested: () => {} },
    formatContext: formatContext(ts),
    preferences: { quotePreference: "auto", includeCompletionsForModuleExports: false },
  });
  return actions.flatMap(({ fixName, changes }, index): Proposal[] => {
    if (changes.some(({ fileName }) => !inspection.sources.has(fileName.slice(1)))) return [];
    const edits = changes.flatMap(({ fileName, textChanges }) =>
      textChanges.map(({ span, newText }) => ({
        path: fileName.slice(1),
        start: span.start,
        end: span.start + span.length,
        text: newText,
      })),
    );
    return edits.length === 0
      ? []
      : [{ kind: KINDS[fixName] ?? "syntax", cost: (fixName === "spelling" ? GUESS : COST) + 0.1 * index, edits }];
  });
}

const formatContext = (ts: TypeScript) =>
  ts.getFormatContext({ ...ts.getDefaultFormatCodeSettings("\n"), indentSize: 2, tabSize: 2 }, { getNewLine: () => "\n" });

/** A value that is imported as a type: `import type { Button }`. */
export function importType(site: Site): Proposal[] {
  const { ts, number, node, file, path, checker } = site;
  if (![1361, 1362, 1371].includes(number) || !ts.isIdentifier(node)) return [];
  const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
  const local = declarations.find((declaration) => declaration.getSourceFile() === file);
  const declaration = local && importsIn(ts, file).find(({ pos, end }) => pos <= local.pos && local.end <= end);
  if (!local || !declaration) return [];
  const { importClause: clause } = declaration;
  if (ts.isImportSpecifier(local) && local.isTypeOnly) {
    const start = local.getStart(file);
    return [{ kind: "import_type", cost: 0, edits: [{ path, start, end: (local.propertyName ?? local.name).getStart(file), text: "" }] }];
  }
  if (!clause?.isTypeOnly) return [];
  const start = clause.getStart(file);
  const inner = clause.name ?? clause.namedBindings;
  if (!inner || specifierOf(ts, declaration) === "") return [];
  return [{ kind: "import_type", cost: 0, edits: [{ path, start, end: inner.getStart(file), text: "" }] }];
}
