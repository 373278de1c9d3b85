/** One app's type checker, which keeps its program between checks. Runs in an isolate of its own, and in Node for `check:app`. */
import type { FileMap, Finding } from "@edgewright/contracts";
import type { Diagnostic, Program } from "typescript";
import { dependencyKeys } from "./dependencies.ts";
import { refusal } from "./imports.ts";
import { COMPILER_OPTIONS } from "./options.ts";
import type { PackedTypes } from "./packed-types.ts";
import { Sources } from "./sources.ts";
import type { TypeScript } from "./typescript.ts";

export type CheckInput = { files: FileMap; changed?: string[] };
export type Checker = { check(input: CheckInput): Finding[] };

/** An import that cannot be resolved: told in words of the catalogue instead. */
const UNRESOLVED = new Set([2307, 7016, 2882]);
const MAX_MESSAGE = 1200;

export function createChecker(ts: TypeScript, packed: PackedTypes): Checker {
  const sources = new Sources(ts, packed);
  let program: Program | undefined;
  let known = new Map<string, Finding[]>();

  const findingsOf = (path: string): Finding[] => {
    const file = program?.getSourceFile(`/${path}`);
    if (!program || !file) return [];
    const refused = sources.imports(path).flatMap(({ specifier, start }) => {
      const message = refusal(path, specifier);
      return message === null ? [] : [{ start, code: 2307, message }];
    });
    const told = new Set(refused.map(({ start }) => start));
    const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      .filter(({ code, start }) => !(UNRESOLVED.has(code) && start !== undefined && told.has(start)))
      .map(({ code, start, messageText }: Diagnostic) => ({
        start: start ?? 0,
        code,
        message: ts.flattenDiagnosticMessageText(messageText, "\n"),
      }));
    return [...refused, ...diagnostics]
      .sort((a, b) => a.start - b.start)
      .map(({ start, code, message }) => {
        const { line, character } = ts.getLineAndCharacterOfPosition(file, start);
        return { file: path, line: line + 1, column: character + 1, code: `TS${code}`, message: message.slice(0, MAX_MESSAGE) };
      });
  };

  return {
    check({ files, changed = [] }) {
      if (sources.set(files) || !program) {
        program = ts.createProgram({
          rootNames: sources.roots(),
          options: COMPILER_OPTIONS,
          host: sources.host(),
          ...(program ? { oldProgram: program } : {}),
        });
      }
      const paths = sources.paths();
      const keys = dependencyKeys({ paths, text: sources.text, imports: (path) => sources.imports(path) });
      const next = new Map<string, Finding[]>();
      const first = changed.filter((path) => keys.has(path));
      const findings = [...new Set([...first, ...paths])].flatMap((path) => {
        const key = `${path} ${keys.get(path)}`;
        const found = known.get(key) ?? findingsOf(path);
        next.set(key, found);
        return found;
      });
      known = next;
      return findings;
    },
  };
}
