/** Sentences that tell how an app behaves. They are read by themselves, and what is left tells what is kept. */

/** "in three steps: first name and email, then …": what each step asks for, in the person's words. */
export type Steps = string[];
/** "Where do we go? with Pizza, Sushi": what there is to vote for. */
export type Poll = { question: string; options: string[] };
/** `"Won" (sum of the amounts of won deals)`: a figure by its name, and what it comes to. */
export type NamedFigure = { label: string; says: string; clause: string };
/** "a screen Totals with …", "a screen Sign-ups lists …" */
export type NamedScreen = { title: string; clause: string };
/** `daily`: something is ticked off each day, and counts in days on end. */
export type Behaviours = {
  steps: Steps | null;
  poll: Poll | null;
  daily: boolean;
  figures: NamedFigure[];
  screens: NamedScreen[];
  described: string;
};

/** Of a text that tells only what is kept. */
export const NO_BEHAVIOUR: Omit<Behaviours, "described"> = { steps: null, poll: null, daily: false, figures: [], screens: [] };

export function behavioursOf(text: string): Behaviours {
  const stepped = stepsIn(text);
  const asked = pollIn(stepped.described);
  const counted = figuresIn(asked.described);
  return {
    steps: stepped.steps,
    poll: asked.poll,
    daily: STREAK.test(text),
    figures: counted.figures,
    screens: screensIn(text),
    described: thingsIn(counted.described),
  };
}

const STREAK = /\bstreaks?\b|\b(?:days|times) in a row\b|\bdays on end\b/i;

/** Whatever somebody changes is shown to all who look at it. */
export const SHOWN_LIVE = /\b(?:sees?|shows?|shown|appears?)\b.*\b(?:live|real[- ]?time|at once|instantly|immediately)\b/i;

/** What is told of ticking off each day. */
export const TICKING =
  /\b(?:un)?tick(?:s|ed|ing)?\b|\bcheck(?:s|ed|ing)? (?:it |them |\w+ )?off\b|\bstreaks?\b|\bin a row\b|\b(?:each|every|one) day\b|\bdaily\b/i;

const STEPS = /,?\s*\b(?:in|with|of) (?:\w+ )?steps?\b(?: with [^:.;]*)?:\s*(?:first,? )?([^.;\n]+)(?:[.;]|$)/i;
const SHOWN = /\b(?:summary|overview|confirmation|review|thank)/i;

function stepsIn(text: string): { steps: Steps | null; described: string } {
  const match = STEPS.exec(text);
  const told = match?.[1]
    ?.split(/,?\s*\b(?:and )?(?:then|after that|next|finally|last(?:ly)?)\b,?\s*/i)
    .map((step) =>
      step
        .replace(/^(?:first|second|third|step \d:?)\s*,?\s*/i, "")
        .replace(/^(?:a |the )?(?:choice|selection) of (?:a |the )?/i, "")
        .trim(),
    )
    .filter((step) => step !== "");
  const steps = told?.filter((step) => !SHOWN.test(step)) ?? [];
  if (!match || steps.length < 2) return { steps: null, described: text };
  const listed = steps.map((step) => step.replace(/\s+and\s+/g, ", ")).join(", ");
  return { steps, described: `${text.slice(0, match.index)} with ${listed}. ${text.slice(match.index + match[0].length)}` };
}

const POLL = /\b(?:poll|vote|survey)\b[^"“\n]{0,60}["“]([^"”]+)["”]\s*(?:with|:|—|-|between|among)\s*([^.;\n]+)/i;

function pollIn(text: string): { poll: Poll | null; described: string } {
  const match = POLL.exec(text);
  const options =
    match?.[2]
      ?.split(/\s*,\s*(?:and |or )?|\s+(?:and|or)\s+/)
      .map((option) => option.trim())
      .filter(Boolean) ?? [];
  if (!match?.[1] || options.length < 2 || options.some((option) => option.split(" ").length > 5)) return { poll: null, described: text };
  return { poll: { question: match[1], options }, described: "" };
}

const FIGURE = /["“]([^"”]{1,40})["”]\s*\(([^)]+)\)/g;

/** The sentence, or its part after a semicolon, that names figures is not read for fields. */
function figuresIn(text: string): { figures: NamedFigure[]; described: string } {
  const figures: NamedFigure[] = [];
  const kept = text.split(/(?<=[.;\n])/).filter((part) => {
    const found = [...part.matchAll(FIGURE)];
    if (found.length === 0 || !/\b(?:figures?|numbers?|tiles?|kpis?|totals?|metrics?)\b/i.test(part)) return true;
    for (const [, label = "", says = ""] of found) figures.push({ label, says, clause: part.trim().replace(/[.;]$/, "") });
    return false;
  });
  return { figures, described: kept.join("") };
}

const SCREEN = /\b(?:[Aa]|[Tt]he|[Oo]ne) (?:screen|page|tab) (?:called |named )?["“]?([A-Z][\w-]*(?: [A-Z][\w-]*)*)["”]?[^.;\n]*/g;

const screensIn = (text: string): NamedScreen[] => [...text.matchAll(SCREEN)].map(([clause, title = ""]) => ({ title, clause }));

const ACTOR =
  "(?:(?:every|each|any) (?:member|person|user|colleague|employee|visitor)|every(?:one|body)|any(?:one|body)|people|users|members|colleagues|i|we)";
const ADDS = new RegExp(
  `(^|[.;:,\\n]\\s*|\\b(?:and|where) )${ACTOR}(?: can| may| should(?: be able to)?| must)? (?:adds?|enters?|creates?|submits?|posts?)\\s+(?:an? |the |their |new )*(?=\\w)`,
  "gi",
);
/** What is done on a page, and how it is shown at once: nobody keeps records of it. */
const BEHAVES =
  /\bbuttons?\b|\bcheck ?box(?:es)?\b|\bpress(?:es|ed|ing)?\b|\b(?:un)?tick(?:s|ed|ing)?\b.{0,20}\b(?:off|twice|back)\b|\bunticking\b|\bat once\b|\blive\b(?:$| for)|\bstreaks?\b|\b(?:again|overlaps?)\b|^\s*a step\b/i;
const NAMED_SCREEN = new RegExp(SCREEN, "");
const behaves = (clause: string): boolean => BEHAVES.test(clause.replace(/[.;\n]+$/, "")) || NAMED_SCREEN.test(clause);

/** "every member can add a request with title" is a request with a title. */
function thingsIn(text: string): string {
  const things = text
    .replace(ADDS, (_, before: string) => `${before}`)
    .replace(/\b(\w+) (?:is|are) added by (?:its |their |a )?(?=\w)/gi, "$1 with ")
    .replace(/(^|[.;:\n]\s*|, )(\w+s?) by (?:its |their |a )?(name|title)\b/gi, "$1$2 with $3");
  return things
    .split(/(?<=[.;:\n])/)
    .map((sentence) => {
      if (!behaves(sentence) || /[(:|\t]/.test(sentence)) return sentence;
      const kept = sentence.split(/,\s*/).filter((clause) => !behaves(clause));
      return kept.length === 0 ? "" : kept.join(", ").replace(/[^.;\n]$/, "$&.");
    })
    .join("")
    .replace(/(?<=\S) {2,}/g, " ");
}
