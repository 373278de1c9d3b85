/**
 * A TypeScript or JavaScript file → a CommonJS-style function body, with the lines of the source kept. Sucrase takes types
 * and JSX away; what it leaves is read as a tree, so that nothing in a text, a comment or a pattern is taken for code.
 */

import { LIMITS } from "@edgewright/contracts";
import type { AnyNode, Program } from "acorn";
import type { Address } from "../address.ts";
import { buildFinding, lineFinding } from "../position.ts";
import { brokenModule, type Import, type TransformedModule } from "../transformed.ts";
import { addressesIn, constantsOf } from "./addresses.ts";
import { type HookCall, hookCall, refreshSuffix } from "./refresh.ts";
import { namespacesIn, reservedName, syntaxMessage, TOP_LEVEL_AWAIT } from "./refusals.ts";
import { type Options, transform } from "./sucrase.ts";
import { linesOf, parseProgram, stringOf, walk } from "./syntax.ts";

export const SCRIPT = /\.(tsx?|jsx?|mjs)$/;
/** A file with thousands of faults is told of well enough by its first ones. */
const MAX_FINDINGS = 30;

export function transformScript(path: string, text: string): TransformedModule {
  if (text.length > LIMITS.scriptCharacters) {
    const most = LIMITS.scriptCharacters / 1024;
    const message = `A script holds at most ${most} KB, and this one has ${Math.ceil(text.length / 1024)}. Split it, or keep its data in a .json file or a table.`;
    return brokenModule(buildFinding(path, message, { line: 1, column: 1 }));
  }
  const typed = /\.tsx?$/.test(path);
  const options: Options = {
    filePath: path,
    transforms: ["imports", ...(typed ? (["typescript"] as const) : []), ...(path.endsWith(".ts") ? [] : (["jsx"] as const))],
    jsxRuntime: "automatic",
    production: false,
    disableESTransforms: true,
  };
  const plain = withoutTypes(path, text, options);
  if (typeof plain !== "string") return plain;
  const parsed = parseProgram(plain);
  if ("problem" in parsed) return brokenModule(lineFinding(path, text, parsed.problem.line, syntaxMessage(parsed.problem, plain)));
  const namespaces = typed ? namespacesIn(text, options) : [];
  const read = readModule(parsed.program, path, plain);
  const findings = [...namespaces, ...read.refused]
    .slice(0, MAX_FINDINGS)
    .map(({ line, message }) => lineFinding(path, text, line, message));
  if (findings[0]) return { ...brokenModule(findings[0]), findings };
  const { code, imports } = applied(plain, read.edits);
  return { code: code + refreshSuffix(parsed.program, read.hooks), imports, addresses: read.addresses, findings, serves: [] };
}

function withoutTypes(path: string, text: string, options: Options): string | TransformedModule {
  try {
    return transform(text, options).code;
  } catch (error) {
    if (error instanceof RangeError) return brokenModule(buildFinding(path, "The code is nested too deeply.", { line: 1, column: 1 }));
    // Sucrase says `Error transforming src/App.tsx: Unexpected token (12:5)`.
    const said = error instanceof Error ? error.message : String(error);
    const [, line = "0", column = "0"] = /\((\d+):(\d+)\)$/.exec(said) ?? [];
    const message = said.replace(`Error transforming ${path}: `, "").replace(/ \(\d+:\d+\)$/, "");
    return brokenModule(buildFinding(path, `Syntax error: ${message}`, { line: Number(line), column: Number(column) }));
  }
}

type Edit = { at: number; end: number; text: string } | { at: number; end: number; import: Omit<Import, "at" | "end"> };
type Refusal = { line: number; message: string };

/** What a module asks for, and what must be put in place of what a function body cannot have. */
function readModule(program: Program, path: string, code: string) {
  const edits: Edit[] = [];
  const refused: Refusal[] = [];
  const addresses: Address[] = [];
  const hooks: HookCall[] = [];
  const lineAt = linesOf(code);
  const constants = constantsOf(program);
  const meta = importMeta(path);
  const replaced = new Set<AnyNode>();
  for (const statement of program.body) {
    const taken = declarationsOf(statement)
      .flatMap(declaredNames)
      .find((name) => name === "module" || name === "exports");
    if (taken) refused.push({ line: lineAt(statement.start), message: reservedName(taken) });
  }
  walk(program, (node, inFunction) => {
    if (isAwait(node) && !inFunction) refused.push({ line: lineAt(node.start), message: TOP_LEVEL_AWAIT });
    if (declaredNames(node).includes("require")) refused.push({ line: lineAt(node.start), message: reservedName("require") });
    if (node.type === "NewExpression") edits.push(...moduleWorker(node));
    const own = ownAddress(node);
    if (own) {
      const { specifier, written, base } = own;
      edits.push({ at: written.start, end: written.end, import: { specifier, form: "address", line: lineAt(node.start) } });
      edits.push({ at: base.start, end: base.end, text: "(globalThis.location?.origin)" });
      replaced.add(base.object);
    } else if (node.type === "MetaProperty" && node.meta.name === "import" && !replaced.has(node)) {
      edits.push({ at: node.start, end: node.end, text: meta });
    } else if (node.type === "CallExpression") {
      const hook = hookCall(node, code);
      if (hook) hooks.push(hook);
      edits.push(...requiredBy(node, lineAt));
    }
    addresses.push(...addressesIn(node, constants, lineAt));
  });
  return { edits, refused, addresses, hooks };
}

const isAwait = (node: AnyNode): boolean =>
  node.type === "AwaitExpression" ||
  (node.type === "ForOfStatement" && node.await) ||
  (node.type === "VariableDeclaration" && String(node.kind) === "await using");

const declarationsOf = (statement: AnyNode): AnyNode[] => (statement.type === "VariableDeclaration" ? statement.declarations : [statement]);

const NO_NAMES: string[] = [];

/** The names a node declares, parameters included: none of them may be the `require` by which modules are loaded. */
function declaredNames(node: AnyNode): string[] {
  if (node.type === "VariableDeclarator") return boundBy([node.id]);
  if (node.type === "ClassDeclaration") return boundBy([node.id]);
  if (node.type === "FunctionDeclaration") return boundBy([node.id, ...node.params]);
  return node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression" ? boundBy(node.params) : NO_NAMES;
}

function boundBy(patterns: readonly (AnyNode | null | undefined)[]): string[] {
  const names: string[] = [];
  const waiting = [...patterns];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node?.type === "Identifier") names.push(node.name);
    else if (node?.type === "ObjectPattern")
      waiting.push(...node.properties.map((property) => (property.type === "Property" ? property.value : property)));
    else if (node?.type === "ArrayPattern") waiting.push(...node.elements);
    else if (node?.type === "AssignmentPattern") waiting.push(node.left);
    else if (node?.type === "RestElement") waiting.push(node.argument);
  }
  return names;
}

function requiredBy(node: Extract<AnyNode, { type: "CallExpression" }>, lineAt: (offset: number) => number): Edit[] {
  if (node.callee.type !== "Identifier" || node.callee.name !== "require") return [];
  const [argument] = node.arguments;
  if (argument === undefined) return [];
  const { start: at, end } = argument;
  const line = lineAt(node.start);
  const specifier = stringOf(argument);
  if (specifier !== null) return [{ at, end, import: { specifier, form: "module", line } }];
  if (argument.type !== "TemplateLiteral") return [];
  // Holes are marked by a character that no path has.
  return [{ at, end, import: { specifier: argument.quasis.map(({ value }) => value.cooked ?? "").join("\0"), form: "pattern", line } }];
}

/** The parts of `new URL("./picture.svg", import.meta.url)`; null for all else. */
function ownAddress(node: AnyNode) {
  if (node.type !== "NewExpression" || node.callee.type !== "Identifier" || node.callee.name !== "URL") return null;
  const [written, base] = node.arguments;
  const specifier = stringOf(written);
  if (!written || specifier === null || !/^\.{0,2}\//.test(specifier)) return null;
  if (base?.type !== "MemberExpression" || base.object.type !== "MetaProperty" || base.property.type !== "Identifier") return null;
  return base.property.name === "url" ? { specifier, written, base } : null;
}

/** A worker of the app's own is a module, whether the app says so or not. */
function moduleWorker(node: Extract<AnyNode, { type: "NewExpression" }>): Edit[] {
  const [address, given] = node.arguments;
  if (node.callee.type !== "Identifier" || !/^(Shared)?Worker$/.test(node.callee.name) || !address || !ownAddress(address)) return [];
  if (!given) return [{ at: address.end, end: address.end, text: ', { type: "module" }' }];
  return [
    { at: given.start, end: given.start, text: "Object.assign({}, " },
    { at: given.end, end: given.end, text: ', { type: "module" })' },
  ];
}

const importMeta = (path: string): string =>
  `({env:{DEV:true,PROD:false,SSR:false,MODE:"development",BASE_URL:"/"},url:(globalThis.location?.origin??"https://app.invalid")+${JSON.stringify(`/${path}`)}})`;

/** The code with all edits made, and where in it the imports stand. */
function applied(code: string, edits: Edit[]): { code: string; imports: Import[] } {
  const imports: Import[] = [];
  const parts: string[] = [];
  let length = 0;
  let copied = 0;
  const put = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  for (const edit of edits.toSorted((one, other) => one.at - other.at || one.end - other.end)) {
    if (edit.at < copied) continue;
    put(code.slice(copied, edit.at));
    if ("import" in edit) {
      const text = code.slice(edit.at, edit.end);
      imports.push({ ...edit.import, at: length, end: length + text.length });
      put(text);
    } else put(edit.text);
    copied = edit.end;
  }
  put(code.slice(copied));
  return { code: parts.join(""), imports };
}
