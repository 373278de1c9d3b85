/** Syntax that TypeScript knows and an app cannot have, in words that say what to write instead. */
import { getFormattedTokens } from "./sucrase.ts";
import type { SyntaxProblem } from "./syntax.ts";

export const TOP_LEVEL_AWAIT =
  'A module here cannot wait at its top level: modules are evaluated one after the other. Put the "await" into an async function, and keep its promise or call it from an effect.';

const NAMESPACE = (name: string) =>
  `The namespace ${name} holds code, which the build cannot take. Put its contents into a module of their own and import that ("import * as ${name} from …").`;

/** `module`, `exports` and `require` are names of the function that a module's body becomes. */
export const reservedName = (name: string) => `"${name}" is a name that every module is given here. Give this one another name.`;

/** Sucrase leaves decorators and `accessor` as they are, since browsers are to get them one day. */
export function syntaxMessage({ message, offset }: SyntaxProblem, code: string): string {
  if (code[offset] === "@")
    return "Decorators are not known to browsers, so they cannot be used. Call the function on the class or the method instead.";
  if (/\baccessor\s{1,20}[#\w$]{0,80}$/.test(code.slice(Math.max(0, offset - 120), offset)))
    return 'The "accessor" keyword is not known to browsers. Write a private field with a getter and a setter.';
  return `Syntax error: ${message}`;
}

const HINT = /\b(?:namespace|module)\s{1,40}[A-Za-z_$]/;
/** A row of sucrase's table of tokens: `4:8-4:17  name  namespace  23  …  isType`. */
const TOKEN = /^(\d+):\d+-\S+\s+(\S+)\s+(\S+)/;
const VALUES = new Set(["const", "let", "var", "function", "class", "enum"]);

/** Sucrase drops a namespace without a word, with all the code in it. The first line of each that holds any. */
export function namespacesIn(text: string, options: Parameters<typeof getFormattedTokens>[1]): { line: number; message: string }[] {
  if (!HINT.test(text)) return [];
  const tokens = getFormattedTokens(text, options)
    .split("\n")
    .slice(1)
    .flatMap((row) => {
      const [, line = "", label = "", raw = ""] = TOKEN.exec(row) ?? [];
      return label === "" ? [] : [{ line: Number(line), label, raw, isType: row.includes(" isType ") }];
    });
  const found: { line: number; message: string }[] = [];
  for (let index = 0, token = tokens[0]; token; token = tokens[++index]) {
    const { line, label, raw, isType } = token;
    const name = tokens[index + 1];
    if (label !== "name" || !isType || (raw !== "namespace" && raw !== "module") || name?.label !== "name") continue;
    const { end, holdsCode } = block(tokens, index);
    if (tokens[index - 1]?.raw !== "declare" && holdsCode) found.push({ line, message: NAMESPACE(name.raw) });
    index = end;
  }
  return found;
}

function block(tokens: { label: string }[], from: number): { end: number; holdsCode: boolean } {
  let depth = 0;
  let holdsCode = false;
  for (const [offset, { label }] of tokens.slice(from).entries()) {
    if (VALUES.has(label)) holdsCode = true;
    if (label === "{" || label === "${") depth++;
    else if (label === "}" && --depth === 0) return { end: from + offset, holdsCode };
  }
  return { end: tokens.length, holdsCode };
}
