/** A description cut into clauses: one says what there is, another how it belongs together, another how it is shown. */

export type Clauses = { clauses: string[]; asides: string[] };

const ASIDE = /⟦(\d+)⟧/;

/** What stood in parentheses after a word; the word alone goes on. */
export function takeAside(text: string, asides: readonly string[]): { text: string; aside: string | null } {
  const found = ASIDE.exec(text);
  return { text: text.replace(ASIDE, " ").replace(/\s+/g, " ").trim(), aside: found ? (asides[Number(found[1])] ?? null) : null };
}

const VIEW_WORD = "board|kanban|calendar|chart|charts|graph|report|view|dashboard|overview|timeline|pipeline";
const BREAKS: [RegExp, string][] = [
  // "…, and a chart of spending by month"
  [
    new RegExp(
      `(?:,\\s*(?:and\\s+|plus\\s+|with\\s+)?|\\s+and\\s+|\\s+plus\\s+|\\s+with\\s+)(?=(?:an?|the)\\s+(?:[\\w'-]+\\s+){0,4}(?:${VIEW_WORD})\\b)`,
      "gi",
    ),
    "; ",
  ],
  // "…, on a calendar", "… shown as a board"
  [
    /,?\s+(?:shown|displayed|laid out|arranged|grouped|all)?\s*(?=(?:on|in|as)\s+(?:an?|the)\s+(?:[\w-]+\s+)?(?:calendar|board|kanban|chart|timeline)\b)/gi,
    "; ",
  ],
  // "…, each contact belongs to a company"
  [
    /(?:,\s*|\s+)(?:and\s+|where\s+|with\s+)?(?=(?:each|every)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:belongs?|has|have|is|can|needs|includes|contains|gets|may|links|refers)\b)/gi,
    "; ",
  ],
  [
    /,\s*(?:and\s+|then\s+)?(?=(?:show|display|group|sort|filter|highlight|warn|let|allow|visualize|visualise|plot|summarize|drag)\b)/gi,
    "; ",
  ],
  [/\s+and\s+(?=(?:show|display|visualize|visualise|plot|highlight)\s)/gi, "; "],
  [
    /(?:,\s*(?:and\s+)?|\s+and\s+)(?=(?:an?|the)\s+(?:[\w-]+\s+)?(?:list|form|page|screen|table)\s+(?:that|which|only|for|of|where|everyone|anyone)\b)/gi,
    "; ",
  ],
  [/,\s*(?:and\s+)?(?=(?:an?\s+)?[\w-]+['’]s\s+page\b)/gi, "; "],
];

export function clausesOf(raw: string): Clauses {
  const asides: string[] = [];
  let text = raw
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s&\s/g, " and ")
    .replace(/\be\.g\.|\bi\.e\./gi, "")
    .replace(/\b(date)\s+(?:and|&)\s+(time)\b/gi, "$1-$2")
    .replace(/:[ \t]*\n((?:[ \t]*(?:[-*•]|\d+[.)])[ \t]+.+(?:\n|$))+)/g, (_, list: string) => `: ${bulletsOf(list).join(", ")}\n`)
    .replace(/^\s*(?:[-*•]|\d+[.)])\s+/gm, "; ")
    .replace(/\(([^()]*)\)/g, (_, inside: string) => ` ⟦${asides.push(inside.trim()) - 1}⟧`);
  text = bareOptions(text, asides);
  for (const [pattern, by] of BREAKS) text = text.replace(pattern, by);
  const clauses = text
    .split(/;|\n+|[.!?](?=\s|$)/)
    .map((clause) =>
      clause
        .replace(/\s+/g, " ")
        .replace(/^[\s,:.]+|[\s,:.!?]+$/g, "")
        .replace(/^(?:and|also|plus|then)\s+/i, ""),
    )
    .filter((clause) => clause !== "");
  return { clauses, asides };
}

/** A heading with a list below it reads as one sentence. */
const bulletsOf = (list: string): string[] =>
  list
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+|[.;,]\s*$/g, ""))
    .filter((line) => line.trim() !== "");

/** "priority of low, medium or high" and "status open/closed" say their options without parentheses. */
function bareOptions(text: string, asides: string[]): string {
  const keep = (name: string, options: string) => `${name} ⟦${asides.push(options.replace(/,?\s+or\s+/gi, ", ")) - 1}⟧`;
  return text
    .replace(
      /\b(status|priority|stage|severity|type|category|level|state|size|condition|kind|phase|mood|outcome|result)\s*(?:is\s+|can be\s+|being\s+|either\s+|one of\s+|of\s+|:\s*|=\s*|-\s+)?((?:(?!with\b)[\w-]+(?: [\w-]+)?, ){0,8}[\w-]+(?: [\w-]+)?,? or [\w-]+)/gi,
      (_, name: string, options: string) => keep(name, options),
    )
    .replace(/\b([\w-]+)\s+((?:[a-z-]+\/)+[a-z-]+)\b/gi, (whole, name: string, options: string) =>
      /^(?:and|or|a|an|https?:)$/i.test(name) ? whole : keep(name, options),
    );
}

/** The items of a list: "name, email and phone". */
export function itemsOf(list: string): string[] {
  const items = list
    .split(/\s*,\s*(?:and\s+|plus\s+(?!one\b)|or\s+)?|\s+(?:and|plus|as well as|along with|together with)\s+(?:also\s+)?/i)
    .map((item) => item.trim())
    .filter((item) => item !== "" && !/^(?:so on|etc|more|the like|others?)$/i.test(item));
  return items.map((item, index) => completed(item, items[index + 1]));
}

/** "first and last name" is first name and last name; "start and end date" likewise. */
function completed(item: string, next: string | undefined): string {
  const last = /^(?:last|end|due|return|check-?out)\s+(name|date|time|date-time)$/i.exec(next ?? "");
  return last && /^(?:first|start|issue|begin|loan|check-?in)$/i.test(item) ? `${item} ${last[1]}` : item;
}
