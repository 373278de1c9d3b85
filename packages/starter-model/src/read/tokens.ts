/** A prompt as tokens: words, marks, and the beginnings of lines. */
export type Token = { text: string; lower: string; start: number; end: number; kind: "word" | "mark" | "line" | "bullet" };

const TOKEN =
  /(?<=^|\n)[ \t]*(?:[-*•·>+]{1,2}|\d{1,2}[.)]|[a-z]\))(?=\s)|\n|\t|->|\d+(?:[.,:]\d+)+|[\p{L}\d]+(?:['&@.-][\p{L}\d]+)*'?|[^\s]/gu;

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((found) => {
    const said = found[0];
    const start = found.index + (said.length - said.trimStart().length) * (said === "\n" || said === "\t" ? 0 : 1);
    return {
      text: said.trim() || said,
      lower: said.trim().toLowerCase() || said,
      start,
      end: found.index + said.length,
      kind: kindOf(said),
    };
  });
}

function kindOf(said: string): Token["kind"] {
  if (said === "\n") return "line";
  if (/^[ \t]*(?:[-*•·>+]{1,2}|\d{1,2}[.)]|[a-z]\))$/.test(said)) return "bullet";
  return /[\p{L}\d]/u.test(said) ? "word" : "mark";
}
