/** Single faults put into apps that hold, each of a kind that models make. Material of the repair suite. */
import type { FileMap } from "@edgewright/contracts";
import type { Random } from "@edgewright/testing/random";
import ts from "typescript";

/** `files` is the app with the fault, `file` where it is. */
export type Mutation = { kind: string; app: string; file: string; what: string; files: FileMap };
/** One place of a text that can be spoilt, and how. */
export type Spoil = { start: number; end: number; text: string; what: string };
export type Source = { path: string; text: string; file: ts.SourceFile; files: FileMap; random: Random };
export type Mutator = (source: Source) => Spoil[];

const CODE = /^(src|server)\/.*\.tsx?$/;

/** `count` mutations of each kind, in places chosen by chance. */
export function mutationsOf(app: string, files: FileMap, mutators: Record<string, Mutator>, count: number, random: Random): Mutation[] {
  const sources = Object.entries(files)
    .filter(([path]) => (CODE.test(path) && !path.endsWith(".d.ts")) || path.endsWith(".json"))
    .map(([path, text]) => ({
      path,
      text,
      file: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith(".tsx") ? ts.ScriptKind.TSX : undefined),
      files,
      random,
    }));
  return Object.entries(mutators).flatMap(([kind, mutate]) => {
    const spoils = sources.flatMap((source) => mutate(source).map((spoil) => ({ source, spoil })));
    return random.sample(spoils, count).map(({ source: { path, text }, spoil: { start, end, text: spoilt, what } }) => ({
      kind,
      app,
      file: path,
      what,
      files: { ...files, [path]: text.slice(0, start) + spoilt + text.slice(end) },
    }));
  });
}

export function* nodesOf(root: ts.Node): Generator<ts.Node> {
  yield root;
  const children: ts.Node[] = [];
  ts.forEachChild(root, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

export const importsIn = (file: ts.SourceFile): ts.ImportDeclaration[] => file.statements.filter(ts.isImportDeclaration);

export const spoilNode = (node: ts.Node, text: string, what = `${node.getText()} → ${text}`): Spoil => ({
  start: node.getStart(),
  end: node.end,
  text,
  what,
});
