/** What one exported statement of a module says to others, on a line: a function with its parameters, a type in short. */
import { at, last } from "@edgewright/core";
import { afterBracket, findOutside, onOneLine } from "./scan.ts";

export type Declaration = { names: string[]; text: string };

const SIGNATURE_MAX = 240;
const TYPE_MAX = 200;
const VALUE_MAX = 90;

/** `statement` begins with `export`. */
export function declarationOf(statement: string): Declaration {
  const isDefault = /^export\s+default\b/.test(statement);
  const rest = statement.replace(/^export\s+(?:default\s+)?(?:declare\s+)?/, "");
  const found = list(rest) ?? callable(rest) ?? shape(rest) ?? variable(rest);
  if (!isDefault) return found ?? { names: [], text: onOneLine(rest, VALUE_MAX) };
  if (!found) return { names: ["default"], text: `default ${onOneLine(rest.replace(/;\s*$/, ""), VALUE_MAX)}` };
  return { names: [...found.names, "default"], text: `default ${found.text}` };
}

/** `{ a, b as c } from "./x"`, `* from "./x"` */
function list(text: string): Declaration | null {
  const match = /^(?:type\s+)?(?:\{([^}]*)\}|\*(?:\s+as\s+(\w+))?)/.exec(text);
  if (!match) return null;
  const items = (match[1] ?? match[2] ?? "").split(",").map((item) => last(item.trim().split(/\s+/)));
  return { names: items.filter((name) => name !== ""), text: onOneLine(text.replace(/;\s*$/, ""), SIGNATURE_MAX) };
}

function callable(text: string): Declaration | null {
  const match = /^(?:async\s+)?function\s*\*?\s*([\w$]*)/.exec(text);
  if (!match) return null;
  return { names: nonEmpty(match[1]), text: onOneLine(text.slice(0, headEnd(text, match[0].length)), SIGNATURE_MAX) };
}

function shape(text: string): Declaration | null {
  const match = /^(?:const\s+)?(?:abstract\s+)?(type|interface|class|enum|namespace)\s+([\w$]+)/.exec(text);
  if (!match) return null;
  const [kind, name] = [at(match, 1), at(match, 2)];
  if (kind === "class") return { names: [name], text: classText(text, match[0].length) };
  return { names: [name], text: onOneLine(text.replace(/;\s*$/, ""), TYPE_MAX) };
}

const METHOD = /^ {2}(?:static |async |get |set )*([a-z]\w*)(?=[(<])/gm;

function classText(text: string, from: number): string {
  const body = findOutside(text, from, (all, index) => all[index] === "{");
  const methods = [...text.slice(body).matchAll(METHOD)].map(([, name]) => name).filter((name) => name !== "constructor");
  return onOneLine(`${text.slice(0, body)}{ ${methods.map((name) => `${name}()`).join(", ")} }`, SIGNATURE_MAX);
}

function variable(text: string): Declaration | null {
  const match = /^(?:const|let|var)\s+([\w$]+|\{[^}]*\}|\[[^\]]*\])/.exec(text);
  if (!match) return null;
  const names = at(match, 1).match(/[\w$]+/g) ?? [];
  const assigned = findOutside(text, match[0].length, (all, index) => (all[index] === "=" && all[index + 1] !== ">") || all[index] === ";");
  const head = text.slice(0, assigned).trim();
  // An annotation says all; a function says its parameters; anything else shows how it begins.
  if (head.includes(":") || text[assigned] !== "=") return { names, text: onOneLine(head, SIGNATURE_MAX) };
  const value = text.slice(assigned + 1).trimStart();
  return { names, text: onOneLine(`${head} = ${valueText(value)}`, SIGNATURE_MAX) };
}

const WRAPPED = /^(?:React\.)?(?:memo|forwardRef)\b[^(]*\(\s*/;

function valueText(value: string): string {
  const inner = WRAPPED.exec(value)?.[0] ?? "";
  const made = value.slice(inner.length);
  const opening = /^(?:async\s*)?(?:function\s*\w*\s*)?(?=[(<])/.exec(made);
  if (opening) {
    const end = headEnd(made, opening[0].length);
    const isFunction = opening[0].includes("function") || made.startsWith("=>", end);
    if (isFunction) return `${inner}${made.slice(0, end).trimEnd()}${opening[0].includes("function") ? "" : " =>"}`;
  }
  return onOneLine(value.replace(/;\s*$/, ""), VALUE_MAX);
}

/** Where a function's body, or the arrow before it, begins. `from` is at its type parameters or its parameters. */
function headEnd(text: string, from: number): number {
  const start = text[from] === "<" ? afterBracket(text, from) : from;
  if (text[start] !== "(") return start;
  const end = afterBracket(text, start);
  const next = text.slice(end, end + 20);
  if (/^\s*:/.test(next)) return findOutside(text, end, isBody);
  return end + next.length - next.trimStart().length;
}

/** A brace that does not stand where a type does opens the body. */
const isBody = (text: string, index: number): boolean => {
  if (text.startsWith("=>", index) || text[index] === ";") return true;
  return (
    text[index] === "{" &&
    !/[:|&=,(<>[]$/.test(
      text
        .slice(Math.max(0, index - 40), index)
        .trimEnd()
        .replace(/>$/, ""),
    )
  );
};

const nonEmpty = (name: string | undefined): string[] => (name ? [name] : []);
