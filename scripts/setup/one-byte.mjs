/**
 * A bundle of a worker with nothing in it beyond Latin-1: one such character, and V8 keeps the whole bundle at two bytes for each.
 * esbuild writes texts and names in ASCII and leaves patterns and comments as they are; there an escape means the same.
 */
import { parse } from "acorn";

const WIDE = /[^\0-\xff]/g;

/** Fails when there is a wide character of which an escape would be another text. @param {string} code of a module @returns {string} */
export function inOneByte(code) {
  if (code.search(WIDE) < 0) return code;
  const parts = [];
  let copied = 0;
  const take = ({ start, end }) => {
    parts.push(code.slice(copied, start), code.slice(start, end).replace(WIDE, escaped));
    copied = end;
  };
  const found = [];
  parse(code, {
    ecmaVersion: "latest",
    sourceType: "module",
    onToken: (token) => token.type.label === "regexp" && found.push(token),
    onComment: (_block, _text, start, end) => found.push({ start, end }),
  });
  for (const place of found.sort((a, b) => a.start - b.start)) take(place);
  const made = parts.join("") + code.slice(copied);
  const at = made.search(WIDE);
  if (at >= 0) throw new Error(`Write this with an escape, \\u and four digits: ${made.slice(Math.max(0, at - 60), at + 60)}`);
  return made;
}

const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
