/** Search texts that are the file's own text in a wrapping: escaped, in a fence, or with the marks of a diff. Refused, with what was meant. */
import { blockOf, linesOf } from "./block.ts";
import { type Edit, noMatch, type Refusal, shortLine } from "./edit.ts";
import { withLineFeeds } from "./file-text.ts";
import { isBlank } from "./line-likeness.ts";
import type { Source } from "./source.ts";

const ENTITIES = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00A0"],
]);
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos|nbsp));/gi;
const LETTERS = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", ""],
]);

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "");

type Wrapping = { is: string; example: RegExp; off(text: string): string };

const WRAPPINGS: readonly Wrapping[] = [
  {
    is: "is escaped as in HTML",
    example: ENTITY,
    off: (text) =>
      text.replace(ENTITY, (whole, decimal?: string, hex?: string, name = "") => {
        if (decimal) return character(Number(decimal));
        return hex ? character(Number.parseInt(hex, 16)) : (ENTITIES.get(name.toLowerCase()) ?? whole);
      }),
  },
  {
    is: "is escaped as in a string",
    example: /\\(?:[ntr"'`\\/]|u[\da-f]{4})/i,
    off: (text) =>
      text.replace(/\\(?:u([\da-f]{4})|(.))/gi, (whole, hex?: string, one = "") =>
        hex ? character(Number.parseInt(hex, 16)) : (LETTERS.get(one) ?? (/[\w]/.test(one) ? whole : one)),
      ),
  },
  { is: "is escaped as in Markdown", example: /\\[_*<>[\]{}#`]/, off: (text) => text.replace(/\\([_*<>[\]{}()#`~|!.+-])/g, "$1") },
  { is: "stands in a fence", example: /^[ \t]*(?:```|~~~)[^\n]*$/m, off: withoutFence },
  { is: "has the marks of a diff", example: /^[-+ ]/m, off: withoutMarks },
  { is: "has the > of a quotation", example: /^>/m, off: withoutQuotation },
];

/** `null` if no wrapping explains why the text is not found. */
export function refuseWrapped(source: Source, { search }: Edit): Refusal | null {
  for (const { is, example, off } of WRAPPINGS) {
    const meant = withLineFeeds(off(search));
    if (meant === search || isBlank(meant)) continue;
    const rows = blockOf(linesOf(meant)).rows;
    const [place] = source.lines.find(rows, "style", 1);
    if (place === undefined) continue;
    const line = source.lines.numberOf(place);
    const seen = new RegExp(example.source, example.flags.replace("g", "")).exec(search)?.[0] ?? "";
    return noMatch(
      `The search text ${is} (${JSON.stringify(shortLine(seen))}); without that it is what the file has from line ${line} on.`,
      `Write search and replacement as the text of the file is, such as: ${shortLine(source.lines.text(place).trim())}`,
      [line],
    );
  }
  return null;
}

function withoutFence(text: string): string {
  const lines = linesOf(text.trim());
  const isFence = (line: string | undefined) => line !== undefined && /^[ \t]*(?:`{3,}|~{3,})/.test(line);
  return lines.length > 2 && isFence(lines[0]) && isFence(lines.at(-1)) ? lines.slice(1, -1).join("\n") : text;
}

/** What a diff says was there; of one that only adds, what it adds. */
function withoutMarks(text: string): string {
  const lines = linesOf(text);
  if (!lines.some((line) => /^[-+]/.test(line))) return text;
  const old = lines.filter((line) => !line.startsWith("+"));
  return (old.every(isBlank) ? lines : old).map((line) => (/^[-+ ]/.test(line) ? line.slice(1) : line)).join("\n");
}

function withoutQuotation(text: string): string {
  const lines = linesOf(text);
  return lines.every((line) => isBlank(line) || line.startsWith(">")) ? lines.map((line) => line.replace(/^> ?/, "")).join("\n") : text;
}
