/** Text in the form that the reading works on: plain quotes and dashes, brackets put aside, sentences, clauses and the items of lists. */

/** What stood in brackets is kept aside, so that its commas do not part a list. */
export class Asides {
  private readonly texts: string[] = [];

  mask(text: string): string {
    return text.replace(/\s*[([]([^()[\]]*)[)\]]/g, (_, inside: string) => ` ⟦${this.texts.push(inside.trim()) - 1}⟧`);
  }

  /** The words without their brackets, and what was in them. */
  take(text: string): { words: string; aside: string | null } {
    const found = /⟦(\d+)⟧/.exec(text);
    return { words: squeezed(text.replace(/⟦\d+⟧/g, " ")), aside: found ? this.texts[Number(found[1])]! : null };
  }

  /** The words as the person wrote them. */
  restore(text: string): string {
    return text.replace(/⟦(\d+)⟧/g, (_, index: string) => `(${this.texts[Number(index)]})`);
  }
}

export const squeezed = (text: string): string => text.replace(/[ \t\u00a0]+/g, " ").trim();

export const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    // A long run of blanks says no more than a short one; of tabs, each is a cell.
    .replace(/([^\S\t])\1{7,}/g, (run) => run.slice(0, 8))
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’`´]/g, "'")
    .replace(/[–—]|--(?!-)/g, " - ")
    .replace(/\u2026/g, "...")
    .replace(/\*\*|__|^#+ /gm, "")
    .replace(/→|=>|->/g, " -> ")
    .replace(/\b(\w+) -> (\w[\w ]*?)(?=,|\n|$)(?! ->)/g, (whole: string, a: string, b: string, at: number, all: string) =>
      /->/.test(all.slice(0, at).split("\n").at(-1)!) ? whole : `${a}, ${b}`,
    )
    .replace(/:-?[()]|;-?\)|[\u{1F300}-\u{1FAFF}]/gu, ". ")
    .replace(/\b(no|nr|tel|approx|max|min|dept|qty|incl|ref)\.(?=\s|,|$)/gi, "$1")
    .replace(/\b(e\.g\.?|i\.e\.?)(?=\s|,)/gi, "such as")
    .replace(/(?:,|(?<!\s))(?:\s*\betc\b\.?|\s+and so on\b)/gi, "")
    .replace(/\bw\/\s?(?=\w)/gi, "with ")
    .replace(/(\w)\s*&\s*(\w)/g, "$1 and $2")
    .replace(/\b(date)\s+and\s+(time)\b/gi, "$1-and-$2")
    .replace(/\b(terms)\s+and\s+(conditions)\b/gi, "$1-and-$2");

export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])["')\]]*\s+(?=\S)|\n+|;\s+/)
    .map((sentence) => squeezed(sentence).replace(/[\s.!]+$/, ""))
    .filter((sentence) => /\w/.test(sentence));

const SUBJECT =
  "(?:we|i|i'd|i'll|we'd|they|you|he|she|it|it's|people|everyone|everybody|anyone|anybody|nobody|no one|there|that|somebody|someone|please|show|list|see|be able|let|allow|give me|tell|sort|filter|search|highlight|flag|warn|remind|notify|email|e-mail|export|print|count)";
const MODAL =
  "(?:should|can|must|may|shouldn't|can't|cannot|will|have to|has to|need to|needs to|is|are|gets|get|has|have|belongs?|does|do)";
const BREAKS = [
  new RegExp(`,?\\s+(?:and|so|but|then|also|plus|because|while)\\s+(?:then\\s+|also\\s+|so\\s+)?(?=${SUBJECT}\\s)`, "gi"),
  /,\s+(?=(?:we|i|they|you|everyone|anyone|nobody)\s+(?!\w+ed\b))/gi,
  new RegExp(
    `(?<!\\b(?:nobody|no one|nothing|everyone|everybody)),?\\s+(?:and|so|but|then)\\s+(?!whether|if|who|what|how|where|when|which|until)(?=(?:(?:each|every|the|a|an|only|our)\\s+)?[\\w'-]+(?:\\s+[\\w'-]+)?\\s+${MODAL}\\s)`,
    "gi",
  ),
  /,?\s+(?:shown |displayed |all )?(?=on an? (?:calendar|board|map)\b)/gi,
  /(?:,|\s+and|\s+with|\s+plus)\s+(?=(?:an?|the)\s+(?:[\w-]+\s+){0,3}(?:calendar|board|chart|graph|dashboard|map)\b)/gi,
  /,\s+(?:and\s+|so\s+)?(?=(?:each|every)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:has|have|gets?|needs?|goes|belongs?|is for|is made|can be)\b)/gi,
  /\s+(?:that|which|and)\s+(?=(?:sends?|e-?mails?|reminds?|notif\w+|warns?|alerts?|integrates?|syncs?)\s)/gi,
  /,?\s+and\s+(?=under each\b|for each\b|for every\b|per \w+ (?:i|we)\b)/gi,
];

/** A sentence cut where another subject begins: each part says one thing. */
export function clausesOf(sentence: string): string[] {
  const begun =
    /^(?:when|whenever|if|once|for|per|at|on|under|after|before|during|each time|every time|in|to|every|each|record|note)\b/i.test(
      sentence,
    );
  let text = sentence;
  for (const pattern of begun ? BREAKS.filter((_, index) => index !== 1) : BREAKS) text = text.replace(pattern, "\u0001");
  return text
    .split("\u0001")
    .map((clause) =>
      squeezed(clause)
        .replace(/^(?:and|so|but|then|also|plus|,)\s+/i, "")
        .replace(/[,\s]+$/, ""),
    )
    .filter((clause) => /\w/.test(clause));
}

/** The items of a list: "name, email and phone". */
export function itemsOf(list: string): string[] {
  const items = list
    .split(
      /\s*[,;]\s*(?:(?:and|plus|or|also|maybe|then)\s+(?:also\s+|maybe\s+)?)?|\s+(?:and also|and|plus(?! one)|as well as|along with|together with)\s+|\s+\+\s+/i,
    )
    .map((item) => squeezed(item).replace(/^[-*\s]+|[.\s]+$/g, ""))
    .filter((item) => item !== "" && !/^(?:so on|etc|more|the like|stuff|such)$/i.test(item));
  return items.map((item, index) => completed(item, items[index + 1]));
}

/** "first and last name" is first name and last name; "start and end date" likewise. */
export function completed(item: string, next: string | undefined): string {
  const last = /^(?:last|end|due|return|check-?out|planned|actual|finish)\s+(name|date|time|date-and-time|amount)$/i.exec(next ?? "");
  return last && /^(?:first|start|issue|begin|loan|check-?in|actual|planned)$/i.test(item) ? `${item} ${last[1]}` : item;
}
