/** TypeScript itself with the packages' own types, over an app in memory: what the packed types are measured against. Used by the conformance suite. */
import { join } from "node:path";
import type { FileMap } from "@edgewright/contracts";
import ts from "typescript";
import { AMBIENT_FILES, AMBIENT_PATH } from "../src/ambient.ts";
import { COMPILER_OPTIONS } from "../src/options.ts";

const ROOT = join(import.meta.dirname, "../../..");
/** Nothing is written here; a place inside the repository finds its node_modules. */
const APP = join(ROOT, "dist/conformance");

export type CompilerFinding = { file: string; line: number; code: string; message: string };

export type RealChecker = {
  /** `paths` are the files whose findings are wanted; all of them when left out. */
  check(files: FileMap, paths?: string[]): CompilerFinding[];
  /** What the compiler makes of one file, to be asked about it; the packages it imports stay parsed for the checks that follow. */
  open(path: string, text: string): { program: ts.Program; file: ts.SourceFile };
};

export function openRealChecker(): RealChecker {
  let files: FileMap = {};
  const versions = new Map<string, number>();
  const pathOf = (name: string) => (name.startsWith(`${APP}/`) ? name.slice(APP.length + 1) : null);
  const own = (name: string) => {
    const path = pathOf(name);
    if (path === null) return undefined;
    return Object.hasOwn(files, path) ? files[path] : AMBIENT_FILES[path];
  };
  const options: ts.CompilerOptions = {
    ...COMPILER_OPTIONS,
    paths: { "@/*": [`${APP}/src/*`], "@edgewright/app-kit": [join(ROOT, "packages/app-kit/src/index.ts")] },
  };
  const roots = () => Object.keys(files).filter((path) => /\.tsx?$/.test(path));
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [AMBIENT_PATH, ...roots()].map((path) => `${APP}/${path}`),
    getScriptVersion: (name) => String(versions.get(name) ?? 0),
    getScriptSnapshot: (name) => {
      const text = own(name) ?? ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => APP,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => own(name) !== undefined || ts.sys.fileExists(name),
    readFile: (name) => own(name) ?? ts.sys.readFile(name),
    directoryExists: (name) => name.startsWith(APP) || ts.sys.directoryExists(name),
  });
  const take = (given: FileMap) => {
    for (const path of new Set([...Object.keys(files), ...Object.keys(given)])) {
      if (files[path] !== given[path]) versions.set(`${APP}/${path}`, (versions.get(`${APP}/${path}`) ?? 0) + 1);
    }
    files = given;
  };
  return {
    open(path, text) {
      take({ [path]: text });
      const program = service.getProgram();
      const file = program?.getSourceFile(`${APP}/${path}`);
      if (!program || !file) throw new Error(`The language service has no program with ${path}.`);
      return { program, file };
    },
    check(given, paths) {
      take(given);
      return (paths ?? roots()).flatMap((path) => {
        const name = `${APP}/${path}`;
        return [...service.getSyntacticDiagnostics(name), ...service.getSemanticDiagnostics(name)].flatMap(
          ({ file, start, code, messageText }) => {
            if (!file) return [];
            const line = ts.getLineAndCharacterOfPosition(file, start ?? 0).line + 1;
            return [{ file: path, line, code: `TS${code}`, message: ts.flattenDiagnosticMessageText(messageText, " ").slice(0, 200) }];
          },
        );
      });
    },
  };
}
