/** Parts a message into clauses that each say one thing. What stands in brackets or quotes is never parted. */

const VERB =
  "(?:add|remove|delete|drop|rename|get rid of|throw|make|change|turn|convert|replace|swap|split|hide|undo|redo|paint|give|let|allow|put|move|set|create|insert|restrict|highlight|take|restore|sort by|order by|group by|don'?t|do not|only(?! by)|no more|please|can you|could you|i (?:do|don'?t|want|need|would|also)|i'd|we (?:need|want|also|don'?t|do|should|would)|we'd|there should|instead of|have (?:an?|the))";
/** These are names as often as verbs. */
const AMBIGUOUS =
  "(?:call|name|show|list|mark|order|sort|group|filter|display|use|open|close|colou?r|include|track|see|say|keep|start|limit)\\s+(?:(?:the|an?|it|that|them|all|every|each|only|just|by|our|everything|me|us|with)\\b|⟦)";
const SUBJECT =
  "(?!not\\b)(?:(?:the|an?|each|every|all|our|their|its)\\s+)?(?!(?:who|what|when|where|which|whether|how|that|if|because|so|and|or)\\b)[\\w'⟦⟧-]+(?:\\s+(?!(?:who|which|that|whether|and|or|with|to|of|for|in)\\b)[\\w'⟦⟧-]+){0,2}\\s+(?:is|are|should|must|can|has|have|needs?|belongs?|gets?|may|shall)\\b";
const ORDERED =
  "(?:newest|latest|oldest|cheapest|biggest|largest|highest|lowest|smallest|most \\w+|earliest|soonest)\\s+(?:first|on top|at the top)";
const START = `(?:${VERB}\\b|${AMBIGUOUS}|${SUBJECT}|${ORDERED})`;
const BREAK = new RegExp(
  `\\s*,\\s+(?:(?:and|but|then|plus|also|so)\\s+)*(?=${START})|\\s+(?:and|but|then|plus)\\s+(?:(?:then|also|please)\\s+)*(?=${START})`,
  "giu",
);
const SENTENCE = /(?<=[.!?])["')]*\s+(?=\S)|\s*[;\n]+\s*|\s+-\s+(?=(?:and|also|then)\b)/u;

/** "In the rentals, add …": the place belongs to what follows. */
const whole = (text: string): string =>
  text.replace(/(^|[.;\n]\s*)((?:on|in|for|at)\s+(?:(?:the|each|every|all|our)\s+)?[\w-]+(?:\s+[\w-]+)?),\s+/gi, "$1$2 ");

/** "let's do subtasks: each task has several subtasks": the second part says it all. */
const REPEATED = /^[^:]*\b(\w{4,}?)(?:e?s)?:\s+(?=(?:each|every)\b.*\b\1)/i;
/** "remove the technician from samples, put it on the tests" */
const MOVED =
  /\b(?:remove|take|drop|move) (?:the )?([\w -]+?) (?:away )?(?:from|off|out of) (?:the )?([\w-]+)(?:,? and|,) (?:put|add|have|move) (?:it|them|that) (?:on|to|in|into|with|at) (?:the )?([\w-]+)/gi;

export function clausesOf(message: string): string[] {
  const kept: string[] = [];
  const text = message
    .replace(/\r\n?/g, "\n")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’`´]/g, "'")
    .replace(MOVED, "move the $1 of $2 to the $3")
    .replace(/^\s*(?:[-*•]|\d+[.)])\s+/gmu, "")
    .replace(/\s+\d[.)]\s+(?=\p{L})/gu, "\n")
    .replace(/\([^()]*\)|"[^"]*"|(?<=^|\s)'[^'\n]+'(?=\s|$|[.,;:?!])/g, (part) => `⟦${kept.push(part) - 1}⟧`);
  const restored = (part: string) => part.replace(/⟦(\d+)⟧/g, (_, index: string) => kept[Number(index)] ?? "");
  return whole(text)
    .split(SENTENCE)
    .flatMap((sentence) =>
      sentence.replace(REPEATED, "").split((sentence.match(/[-=]>|→/g) ?? []).length > 1 ? /\s*,\s*|\s+and\s+/ : BREAK),
    )
    .map((clause) =>
      restored(clause)
        .replace(/\s+/g, " ")
        .replace(/[\s,.!]+$/, "")
        .trim(),
    )
    .filter((clause) => /[\p{L}\d?]/u.test(clause) && !DENIAL.test(clause));
}

/** "No.", "that's wrong": what follows says how it should be. */
const DENIAL =
  /^(?:no|nope|wrong|sorry|hmm|(?:that|this|it)(?:'s| is| was)(?: not| n't)? (?:wrong|right|correct|it|what i (?:meant|wanted|asked for))|not (?:quite|right|like that|what i meant)|you (?:misunderstood|got (?:it|that|me) wrong)|(?:but )?(?:keep|leave) (?:it|them|that) in the forms?|(?:that|it|this) (?:was|is) too much)(?: me)?$/i;
