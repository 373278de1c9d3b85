/** An app as TypeScript sees it, and what is wrong in each of its files. Findings are kept for as long as a file and all it imports stay as they are. */
import type { FileMap, Finding } from "@edgewright/contracts";
import type { Diagnostic, Program, SourceFile, TypeChecker } from "typescript";
import { asksForDeclared, type DeclaredInterfaces, declaredBy, undeclaredFindings } from "./declared/index.ts";
import { Dependencies } from "./dependencies.ts";
import { isGivenToAny, UNTYPED } from "./given-to-any.ts";
import { type Unresolved, unresolvedImports } from "./imports.ts";
import { withNextStep } from "./next-steps.ts";
import { COMPILER_OPTIONS } from "./options.ts";
import type { PackedTypes } from "./packed-types.ts";
import { Sources } from "./sources.ts";
import type { TypeScript } from "./typescript.ts";

/** `changed` are the files to look at first. */
export type CheckInput = { files: FileMap; changed?: string[] };

/** A finding with its place in the text, as repairs need it. */
export type Fault = Finding & { start: number; length: number };

/** An import that cannot be resolved: told in words of the catalogue instead. */
const UNRESOLVED = new Set([2307, 2580, 2591, 2867, 2868, 2882, 7016]);
/** Paths that differ only in case: where TypeScript tells it depends on the order in which it met the files. */
const CASING = new Set([1149, 1261]);
const MAX_MESSAGE = 1200;
const MAX_KEPT = 4000;

export class Inspection {
  readonly ts: TypeScript;
  readonly sources: Sources;
  readonly #kept = new Map<string, Fault[]>();
  #program: Program | undefined;
  #dependencies: Dependencies | undefined;
  #declared: DeclaredInterfaces | undefined;

  constructor(ts: TypeScript, packed: PackedTypes) {
    this.ts = ts;
    this.sources = new Sources(ts, packed);
  }

  /** Takes the app as it is now. */
  open(files: FileMap): void {
    if (!this.sources.set(files) && this.#program) return;
    this.#dependencies = undefined;
    this.#declared = undefined;
    this.#program = this.ts.createProgram({
      rootNames: this.sources.roots(),
      options: COMPILER_OPTIONS,
      host: this.sources.host(),
      ...(this.#program ? { oldProgram: this.#program } : {}),
    });
  }

  /** Lets go of what was kept of other apps, save the types that every app begins with. */
  forget(): void {
    this.sources.forget();
    this.#kept.clear();
    this.#program = undefined;
    this.#dependencies = undefined;
    this.#declared = undefined;
  }

  get program(): Program {
    if (!this.#program) throw new Error("No app is open");
    return this.#program;
  }

  get checker(): TypeChecker {
    return this.program.getTypeChecker();
  }

  file = (path: string): SourceFile | undefined => this.program.getSourceFile(`/${path}`);

  get declared(): DeclaredInterfaces {
    this.#declared ??= declaredBy(this);
    return this.#declared;
  }

  /** What is wrong in the app: in the files that were changed, then in those that import them, then in the others. */
  faults(changed: readonly string[] = []): Fault[] {
    return this.faultsIn([...changed, ...this.#graph.dependents(changed), ...this.sources.paths()]);
  }

  /** What is wrong in these files, in their order. */
  faultsIn(paths: readonly string[]): Fault[] {
    return [...new Set(paths)].flatMap((path) => (this.sources.isScript(path) ? this.#faultsOf(path, this.#keyOf(path)) : []));
  }

  /** Equal keys mean equal findings. */
  #keyOf(path: string): string {
    const file = this.file(path);
    return `${path} ${this.#graph.keyOf(path)} ${file && asksForDeclared(this.ts, file) ? this.declared.print : ""}`;
  }

  #faultsOf(path: string, key: string): Fault[] {
    const known = this.#kept.get(key);
    if (known) return known;
    const found = this.#look(path);
    if (this.#kept.size >= MAX_KEPT) for (const old of [...this.#kept.keys()].slice(0, MAX_KEPT / 2)) this.#kept.delete(old);
    this.#kept.set(key, found);
    return found;
  }

  get #graph(): Dependencies {
    const { ts, program, sources } = this;
    const also = (path: string) =>
      this.#refused(path)
        .map(({ message }) => message)
        .join("\n");
    this.#dependencies ??= new Dependencies({ ts, program, paths: sources.paths(), also });
    return this.#dependencies;
  }

  #refused(path: string): Unresolved[] {
    const other = this.sources.sameButCase(path);
    const message = `${path} and ${other} differ only in case, so many systems cannot hold both. Rename one of them.`;
    return [
      ...(other === undefined ? [] : [{ start: 0, length: 0, code: "TS1149", message }]),
      ...unresolvedImports(path, this.sources.imports(path), this.sources.has),
    ];
  }

  #look(path: string): Fault[] {
    const file = this.file(path);
    if (!file) return [];
    const refused = this.#refused(path);
    const told = new Set(refused.map(({ start }) => start));
    const diagnostics = [...this.program.getSyntacticDiagnostics(file), ...this.program.getSemanticDiagnostics(file)]
      // One without a file is about what a lib has not, beside one at its place; which file meets it first is chance.
      .filter((one) => one.file === file)
      .filter(({ code, start }) => !(UNTYPED.has(code) && start !== undefined && isGivenToAny(this, file, start)))
      .filter(({ code, start }) => !CASING.has(code) && !(UNRESOLVED.has(code) && start !== undefined && told.has(start)))
      .map(({ code, start, length, messageText }: Diagnostic) => ({
        start: start ?? 0,
        length: length ?? 0,
        code: `TS${code}`,
        message: withNextStep(code, this.ts.flattenDiagnosticMessageText(messageText, "\n")),
      }));
    return [...refused, ...undeclaredFindings(this, path, file, this.declared), ...diagnostics]
      .sort((a, b) => a.start - b.start)
      .map(({ start, length, code, message }) => {
        const { line, character } = this.ts.getLineAndCharacterOfPosition(file, start);
        return { file: path, line: line + 1, column: character + 1, code, message: message.slice(0, MAX_MESSAGE), start, length };
      });
  }
}

export const findingOf = ({ file, line, column, code, message }: Fault): Finding => ({ file, line, column, code, message });
