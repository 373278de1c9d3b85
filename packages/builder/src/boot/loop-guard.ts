/**
 * Makes a loop that never ends throw while an app is booted: a local workerd cannot stop one.
 * Counts the rounds of `for (;;)`, `while` and `do … while`; the others end with what they go through.
 */

const SKIPPED =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*/y;
const LOOP = /(?<![\w$.])(while|for)\s*\(/y;
/** After these a slash begins a regular expression; elsewhere it divides. */
const BEFORE_PATTERN = /(?:^|[=(,;:!&|?{}[\]+\-*%~^<>]|\b(?:return|typeof|case|in|of|delete|void|throw|new|else|do))\s*$/;

/** `call` is put where each round passes, such as `__round()`. */
export function guardLoops(code: string, call: string): string {
  let out = "";
  let copied = 0;
  for (let at = 0; at < code.length; ) {
    const skipped = skip(code, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    LOOP.lastIndex = at;
    const loop = LOOP.exec(code);
    if (!loop) {
      at++;
      continue;
    }
    const open = at + loop[0].length;
    const insertAt = loop[1] === "while" ? open : secondPart(code, open);
    if (insertAt !== null) {
      const empty = loop[1] === "for" && /^\s*;/.test(code.slice(insertAt));
      out += `${code.slice(copied, insertAt)}${call},${empty ? "true" : ""}`;
      copied = insertAt;
    }
    at = open;
  }
  return out + code.slice(copied);
}

/** The end of a comment, text or pattern that begins at `at`; `at` itself when none does. Code inside templates is left alone. */
function skip(code: string, at: number): number {
  const char = code[at];
  if (char === "`") return templateEnd(code, at);
  if (char !== "/" && char !== '"' && char !== "'") return at;
  if (char === "/" && code[at + 1] !== "/" && code[at + 1] !== "*" && !BEFORE_PATTERN.test(code.slice(Math.max(0, at - 40), at))) return at;
  SKIPPED.lastIndex = at;
  return SKIPPED.test(code) ? SKIPPED.lastIndex : at;
}

function templateEnd(code: string, at: number): number {
  for (let index = at + 1; index < code.length; index++) {
    if (code[index] === "\\") index++;
    else if (code[index] === "`") return index + 1;
    else if (code[index] === "$" && code[index + 1] === "{") index = closing(code, index + 2) ?? code.length;
  }
  return code.length;
}

/** Where the test of `for (start; test; step)` begins; null for `for … of` and `for … in`. */
function secondPart(code: string, open: number): number | null {
  const semicolon = find(code, open, ";");
  return semicolon === null ? null : semicolon + 1;
}

const closing = (code: string, open: number): number | null => find(code, open, "}");

/** The index of `wanted` at the depth of `from`; null when the bracket around it closes first. */
function find(code: string, from: number, wanted: string): number | null {
  let depth = 0;
  for (let at = from; at < code.length; ) {
    const skipped = skip(code, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const char = code[at] ?? "";
    if (depth === 0 && char === wanted) return at;
    if ("([{".includes(char)) depth++;
    else if (")]}".includes(char) && --depth < 0) return null;
    at++;
  }
  return null;
}
