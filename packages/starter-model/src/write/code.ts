/** Builds source text: blocks that keep their indentation, and JSX that breaks where a formatter would break it. */

type Piece = string | readonly string[] | false | null | undefined;

export const LINE_WIDTH = 140;

const MARK = "\u0001";
const textOf = (piece: Piece): string => (typeof piece === "string" ? piece : piece ? piece.join("\n") : "");

/**
 * A template tag. The indentation of the first line is taken off all lines. A value that stands alone
 * on its line keeps that line's indentation on each of its own lines; with nothing in it, the line goes.
 */
export function code(strings: TemplateStringsArray, ...pieces: Piece[]): string {
  const lines = strings
    .map((text, index) => (index < pieces.length ? `${text}${MARK}${index}${MARK}` : text))
    .join("")
    .replace(/^\n/, "")
    .trimEnd()
    .split("\n");
  const margin = /^ */.exec(lines[0] ?? "")?.[0].length ?? 0;
  return lines.flatMap((line) => filled(line.slice(Math.min(margin, indentOf(line))), pieces)).join("\n");
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

function filled(line: string, pieces: Piece[]): string[] {
  const alone = new RegExp(`^ *${MARK}(\\d+)${MARK}$`).exec(line);
  if (alone && textOf(pieces[Number(alone[1])]) === "") return [];
  const whole = line.replace(new RegExp(`${MARK}(\\d+)${MARK}`, "g"), (_, index) => textOf(pieces[Number(index)]));
  const margin = " ".repeat(indentOf(line));
  return whole.split("\n").map((text, index) => (index === 0 || text === "" ? text : margin + text));
}

export const indent = (text: string, by = "  "): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? line : by + line))
    .join("\n");

/** An element on one line where it fits, else with an attribute or a child to each line. `at` is how far in it will stand. */
export function element(tag: string, attributes: Piece[], children: Piece[] = [], at = 6): string {
  const shown = attributes.map(textOf).filter(Boolean);
  const inside = children.map(textOf).filter(Boolean);
  const room = LINE_WIDTH - at;
  const head = [`<${tag}`, ...shown].join(" ");
  const flat = !head.includes("\n");
  if (inside.length === 0) return flat && head.length + 3 <= room ? `${head} />` : `<${tag}\n${indent(shown.join("\n"))}\n/>`;
  const whole = `${head}>${inside[0]}</${tag}>`;
  // As formatters have it, an element with a tag inside or with several attributes opens on a line of its own.
  const inline = inside.length === 1 && shown.length <= 1 && flat && !inside[0]!.startsWith("<");
  if (inline && !whole.includes("\n") && whole.length <= room) return whole;
  const open = flat && head.length + 1 <= room ? `${head}>` : `<${tag}\n${indent(shown.join("\n"))}\n>`;
  return `${open}\n${indent(inside.join("\n"))}\n</${tag}>`;
}

/** Items on one line between brackets where they fit, else one to a line. */
export function listing(open: string, items: readonly string[], close: string, at = 0): string {
  const pad = open.endsWith("{") ? " " : "";
  const whole = `${open}${pad}${items.join(", ")}${pad}${close}`;
  if (whole.length + at <= LINE_WIDTH && !whole.includes("\n")) return whole;
  return `${open}\n${indent(items.map((item) => `${item},`).join("\n"))}\n${close}`;
}

export const quoted = (text: string): string => JSON.stringify(text);

/** An attribute with a text, in braces where quotes would not do. */
export const attribute = (name: string, text: string): string =>
  /["{}<>\\]/.test(text) ? `${name}={${quoted(text)}}` : `${name}="${text}"`;

/** Text inside a page. */
export const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
