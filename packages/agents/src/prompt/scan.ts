/** Steps over a piece of TypeScript without parsing it: brackets, strings and comments. Used to read the heads of declarations. */

const CLOSERS = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["<", ">"],
]);

/** The index after what closes the bracket at `at`, or the text's end; `at` itself where no bracket opens. */
export function afterBracket(text: string, at: number): number {
  const outer = CLOSERS.get(text.charAt(at));
  if (outer === undefined) return at;
  const closers = [outer];
  let index = at + 1;
  while (index < text.length && closers.length > 0) {
    const skipped = afterStringOrComment(text, index);
    if (skipped > index) {
      index = skipped;
      continue;
    }
    const character = text.charAt(index);
    const closer = CLOSERS.get(character);
    if (text.startsWith("=>", index)) index++;
    else if (character === closers.at(-1)) closers.pop();
    else if (closer && (character !== "<" || outer === ">")) closers.push(closer);
    index++;
  }
  return index;
}

/** The index after the string or comment that begins at `at`; `at` itself where none does. */
export function afterStringOrComment(text: string, at: number): number {
  const character = text.charAt(at);
  if (character === '"' || character === "'" || character === "`") return afterString(text, at, character);
  if (text.startsWith("//", at)) return orEnd(text, text.indexOf("\n", at));
  if (text.startsWith("/*", at)) return orEnd(text, text.indexOf("*/", at + 2)) + 2;
  return at;
}

function afterString(text: string, at: number, quote: string): number {
  for (let index = at + 1; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === quote) return index + 1;
  }
  return text.length;
}

const orEnd = (text: string, at: number) => (at < 0 ? text.length : at);

/** The index of the first place at or after `from`, outside of brackets, strings and comments, that `ends` accepts. */
export function findOutside(text: string, from: number, ends: (text: string, at: number) => boolean): number {
  let index = from;
  while (index < text.length) {
    const skipped = afterStringOrComment(text, index);
    if (skipped > index) index = skipped;
    else if (ends(text, index)) return index;
    else if (text.startsWith("=>", index)) index += 2;
    else index = Math.max(index + 1, afterBracket(text, index));
  }
  return text.length;
}

/** One that is not closed goes on to the end. */
const COMMENTS = /\/\*(?:[\s\S]*?\*\/|[\s\S]*)|^[ \t]*\/\/.*$/gm;

/** On one line, without comments, and not longer than `max` characters. */
export function onOneLine(text: string, max: number): string {
  const line = text
    .replace(COMMENTS, "")
    .replace(/\s+/g, " ")
    .replace(/,? ([)\]}])/g, (_, closer: string) => (closer === "}" ? " }" : closer))
    .replace(/([([]) /g, "$1")
    .trim();
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
}
