/** One item of a list as a field: its label, its type, and its options where they are named. */
import { CHOICE_WORDS, CHOICES } from "../knowledge/field-words.ts";
import { singular } from "../words/inflect.ts";
import { knownType, type ReadType, saidType, typeOf } from "./field-type.ts";
import { asQuestion } from "./question.ts";
import { filesNamed } from "./several-files.ts";
import { type Asides, itemsOf, squeezed } from "./text.ts";

export type ReadField = {
  label: string;
  /** A shorter name than the person's words, where there is a usual one. */
  name?: string;
  type: ReadType;
  options?: string[];
  ref?: string;
  unique?: boolean;
  required?: boolean;
  /** What a number may be: "from 1 to 5". */
  min?: number;
  max?: number;
  /** The options are only usual ones. */
  usual?: boolean;
  /** The person named it; what is only usual for such a thing gives way. */
  said: boolean;
};

const LEAD =
  /^(?:(?:a|an|the|its|their|his|her|our|my|your|some|any|one|also|plus|and|then|or|with|maybe|optionally|possibly|even|just|simply|only|short|brief|exact|of course|later|obviously|basically|another|own|all|including|includes?|both|like|eventually|finally|usually|please|up to \w+|as|by)\s+)+/i;
const VERBS =
  /^(?:(?:to|we|i|they|he|she|you|should|can|must|may|then|also)\s+)*(?:note|record|write(?:\s+down)?|enter|put(?:\s+down)?|add|take|give|attach|upload|keep|store|track|log|save|mention|say|tell|fill in|pick|choose|select|describe|type in|know|provide|see|have|has|want|need|send)s?\s+(?=(?:a|an|the|its|their|his|her|our|who|what|how|which|where|when|whether|if|your|one|photos?|pictures?)\b)/i;
const YES_NO = /\s*(?:[:,=-]\s*)?\b(?:y ?\/ ?n|yes ?\/ ?no|yes or no|true ?\/ ?false|or not)\b\s*$|\s*\?$/i;
/** `null` where it does not read as a field. */
export function readField(raw: string, asides: Asides): ReadField | null {
  const taken = asides.take(raw);
  const said = squeezed(taken.words);
  let words = squeezed(taken.words.replace(VERBS, "").replace(LEAD, "").replace(VERBS, "").replace(LEAD, ""));
  words = words
    .replace(/["*_]/g, "")
    .replace(/[.,;:]+$/, "")
    .replace(/^(?:he|she|they|we|i|it) (?!\w+s? (?:is|are)\b)/i, "")
    .trim();
  const unique = /\b(?:must (?:be unique|never repeat)|unique)\b/i.test(words);
  words = words
    .replace(/\s+(?:that|which)\s+(?:sends?|shows?|lets?|can|will|we|they|has)\b.*$/i, "")
    .replace(/\s+(?:which|that|and)\s+(?:must|should|has to|is|needs? to)\b.*$/i, "")
    .replace(/\s+(?:such as|like|relative to|for example|so that|so|because|if)\s+.*$/i, "")
    .replace(/^unique\s+/i, "")
    .replace(/\s+=\s.*[+*/-].*$/, "")
    .trim();
  const files = filesNamed(words);
  if (files !== null) return { label: files, type: "files", said: true };
  const as = /^(.+?)\s+as (?:an? )?(text|number|date|pdf|file|photo|scan|picture)s?$/i.exec(words);
  if (as && isLabel(as[1]!)) return { label: as[1]!, type: saidType(as[2]!) ?? typeOf(as[1]!), said: true, ...(unique && { unique }) };
  if (words === "") return null;
  const owned = /^(?:has|have|had|is|was)\s+(?!been\b)([\w-]+(?: [\w-]+){0,3})$/i.exec(words);
  if (owned && !/ or /.test(words) && !/ (?:is|are|was|to|by|of|for)$/.test(words))
    return { label: owned[1]!, type: "boolean", said: true };
  if (/^(?:needs|wants|may|can)\s+[\w-]+(?: [\w-]+){0,3}$/i.test(said)) return { label: said, type: "boolean", said: true };
  const ranged = /^(.*?\w)\s+\(?((?:from |between )?\d+\s*(?:-|to|and|bis)\s*\d+)\)?$/i.exec(words);
  if (ranged && isLabel(ranged[1]!)) return { label: ranged[1]!, type: "integer", said: true, ...rangeIn(ranged[2]!) };
  words = words.replace(/\s+[A-Z]\d?\s*-\s*[A-Z]\d?$/, "").replace(/^statuses\b/i, "status");
  const unit = /^(.+\w) in (percent|%|eur|euros?|usd|dollars|gbp|pounds|chf)$/i.exec(words);
  if (unit && isLabel(unit[1]!)) return { label: unit[1]!, type: saidType(unit[2]!) ?? "number", said: true };
  const flagged = YES_NO.test(words);
  if (flagged) words = words.replace(YES_NO, "").trim();
  const asked = asQuestion(words);
  if (asked)
    return finished(
      { label: asked.label ?? words, name: asked.name, type: asked.type, said: true, ...(unique && { unique }) },
      taken.aside,
      false,
    );
  const chosen = flagged ? null : bareOptions(words);
  const label = chosen ? chosen.label : words;
  const about = /^((?:[\w'-]+ ){0,2}[\w'-]+?) (?:that |which )?(?:it|they|he|she|we|you|i|people) (?!is$)\w+/i.exec(label);
  if (about && !/^(?:the|what|who)$/i.test(about[1]!))
    return finished({ label, name: about[1]!, type: knownType(about[1]!) ?? "text", said: true }, taken.aside, flagged);
  if (!isLabel(label)) return null;
  const field: ReadField = { label, type: knownType(label) ?? "text", said: true, ...(unique && { unique }) };
  if (flagged) field.type = "boolean";
  if (chosen) return withOptions(field, chosen.options);
  return finished(field, taken.aside, flagged);
}

const RANGE = /^\s*[([:=-]?\s*(?:(?:on a scale )?(?:from|between|of) )?(\d+)\s*(?:-|to|and)\s*(\d+)(?![\d./:-])/i;

/** "from 1 to 5", "(0-100)", at the beginning of what follows a name. */
export function rangeIn(text: string): { min: number; max: number } | null {
  const [, min, max] = RANGE.exec(text) ?? [];
  return min !== undefined && max !== undefined && Number(min) < Number(max) ? { min: Number(min), max: Number(max) } : null;
}

function withOptions(field: ReadField, options: string[]): ReadField {
  const many = /\b(?:days|languages|skills|tags|allergies|available on|interests|diets?|topics)\b/i.test(field.label);
  return { ...field, type: many ? "multiselect" : "select", options };
}

function finished(field: ReadField, aside: string | null, flagged: boolean): ReadField {
  if (aside && !flagged) {
    const said = saidType(aside);
    if (said) return { ...field, type: said };
    const options = optionsOf(aside);
    if (options && !/^\d+\s*(?:-|to)\s*\d+/.test(aside)) return withOptions(field, options);
    if (/^\d+\s*(?:-|to)\s*\d+/.test(aside)) return { ...field, type: "integer", ...rangeIn(aside) };
  }
  if (field.type === "select" && !field.options) {
    const options = CHOICES[field.label.toLowerCase().split(" ").at(-1)!];
    return options ? { ...field, options, usual: true } : { ...field, type: "text" };
  }
  return field;
}

const OF_TWO = new Set([
  "in progress",
  "on hold",
  "in use",
  "signed off",
  "not started",
  "in review",
  "no show",
  "on loan",
  "in repair",
  "picked up",
  "in work",
  "out of order",
  "in analysis",
  "in transit",
  "to do",
  "at dock",
  "falling apart",
  "passed away",
]);

/** "yield l/s": a unit is nothing to choose from. */
const UNITS = /^(?:[mck]m|[km]?g|[mh]?l|t|m[23]|n?m|k?wh?|€|eur)\/(?:s|h|d|min|m[23]?|t|kg|g|ha|l|day|week|month|year|pc|piece)$/i;
/** "answer needed by", "membership paid until": words that belong to what the field is called. */
const NO_VALUES = /\b(?:must|is|are|it|we|when|by|up|until|till|since|on|at|before|after|this|that|per|needed|paid|report|date|year)\b/i;

/** "status open, fixed", "sex m/f", "kind of work crown bridge implant". */
function bareOptions(words: string): { label: string; options: string[] } | null {
  const colon =
    /^([^:=]+?)\s*(?:[:=]|\s-\s|\s->\s|,?\s+(?:is|can be|are|being|either|one of|one from|from)\s)\s*(?:either\s+|one of\s+|one from\s*:?\s*)?(.+)$/i.exec(
      words,
    );
  if (colon && isChoice(colon[1]!)) {
    const options = optionsOf(colon[2]!);
    if (options) return { label: colon[1]!, options };
  }
  const all = words.split(" ");
  for (let size = Math.min(4, all.length - 1); size >= 1; size--) {
    const label = all.slice(0, size).join(" ");
    if (label.includes("/")) continue;
    const rest = all
      .slice(size)
      .join(" ")
      .replace(/^(?:of|is|are|either|as|can be|:)\s+/i, "");
    if (rest === "" || (all[size] === "of" && size === 1 && /^(?:kind|type|number|sort)$/i.test(label))) continue;
    const spread = /\s*\/\s*|,\s*|\s+or\s+/i.test(rest);
    if (
      isChoice(label)
        ? !(spread || all.length - size > 1)
        : !(/^\S+\s*\/\s*\S+/.test(rest) && size <= 2 && /^[a-z]/i.test(rest) && all.length - size <= 6)
    )
      continue;
    if (!isChoice(label) && /^(?:date|in|on|by|per|of|for|and)\b/i.test(rest)) continue;
    if (UNITS.test(rest) || (!spread && NO_VALUES.test(rest))) continue;
    const options =
      spread && /,|\//.test(rest)
        ? optionsOf(rest)
        : /^(?:\S+ ){1,3}or \S+$/.test(rest)
          ? spaced(rest.replace(" or ", " "))
          : spread
            ? optionsOf(rest)
            : spaced(rest);
    if (options && !options.some((option) => /^(?:it|the|they|we|has|is|was|of|on|for|per|in|with|number|date|name)$/i.test(option)))
      return { label, options };
  }
  const pair = /^(\w+) or (?:no )?(\w+)$/i.exec(words);
  if (pair && !/^(?:one|two|more|name|date)$/i.test(pair[1]!))
    return { label: words, options: [pair[1]!, words.includes(" or no ") ? `no ${pair[2]}` : pair[2]!] };
  return null;
}

const isChoice = (label: string): boolean => {
  const words = label.toLowerCase().trim();
  return (
    CHOICE_WORDS.has(words) ||
    CHOICE_WORDS.has(singular(words)) ||
    CHOICE_WORDS.has(singular(words.split(" ").at(-1)!)) ||
    /^(?:kind|type|sort) of /.test(words)
  );
};

const spaced = (rest: string): string[] | null => {
  const options: string[] = [];
  const words = rest.split(/\s+/);
  for (let at = 0; at < words.length; at++) {
    const two = `${words[at]} ${words[at + 1]}`;
    if (OF_TWO.has(two.toLowerCase())) at++;
    options.push(OF_TWO.has(two.toLowerCase()) ? two : words[at]!);
  }
  return options.length >= 2 && options.length <= 9 && options.every((option) => option.length <= 20 && !/^\d+-\d+$/.test(option))
    ? options
    : null;
};

/** "a, b or c", "a/b/c", "a | b", "a -> b -> c"; `null` where it is no list of short values. */
export function optionsOf(text: string): string[] | null {
  const cleaned = text
    .replace(/^(?:either|one of|one from|e\.g\.|such as|like|for example|can be|is|mostly|usually|options?|values?)\s*:?\s+/i, "")
    .replace(/[.]+$/, "");
  const slashed = /\s*\/\s*|\s*\|\s*|\s*->\s*/.test(cleaned) && !/,/.test(cleaned);
  const parts = slashed ? cleaned.split(/\s*\/\s*|\s*\|\s*|\s*->\s*|\s+or\s+/i) : itemsOf(cleaned.replace(/,?\s+or\s+/gi, ", "));
  const options = parts
    .map((part) => squeezed(part.replace(/^(?:or|and|then|a|an|the|as|is|either)\s+/i, "").replace(/["'?]/g, "")))
    .filter(Boolean);
  if (options.length === 1 && /^\S+(?: \S+){2,6}$/.test(cleaned) && !/\b(?:the|is|are|for|of|to|we|it|they|with)\b/i.test(cleaned))
    return spaced(cleaned);
  const last = options.at(-1);
  if (last && options.length > 1 && /^\d+ \w+$/.test(last) && options.slice(0, -1).every((option) => /^\d+$/.test(option)))
    options[options.length - 1] = last.split(" ")[0]!;
  return options.length >= 2 && options.length <= 20 && options.every((option) => option.length <= 40 && option.split(" ").length <= 5)
    ? options
    : null;
}

const NOT_LABEL =
  /^(?:we|i|you|they|he|she|it|there|this|that|please|should|must|can|could|would|will|is|are|was|were|be|do|does|don't|not|no|show|see|let|give me|nobody|everybody|everyone|anyone|people|thanks|thank|hello|hi|everything|something|nothing|so|but|because|which|to|only|etc|app|list|from|at|in|on|if|more|less|than|one|two|three|all|same|each|every|just|now|really|here|once|when)$/i;
const CLAUSE =
  /\b(?:we|i|they|you|he|she|there|please|should|must|can't|cannot|would|could|will|don't|doesn't|isn't|i'd|we'd|is|are|was|were|has|have)\b/i;

function isLabel(label: string): boolean {
  const words = label.split(/\s+/);
  if (words.length > 6 || label.length > 50 || !/[\p{L}%#]/u.test(label)) return false;
  if (words.length === 1 && NOT_LABEL.test(label) && !["from", "to", "from", "no"].includes(label.toLowerCase())) return false;
  if (
    /^(?:show|see|let|please|give me|so that|because|thanks|thank you|sort|filter|search|remind|warn|notify|highlight|flag|export|print|email me|it's|that's|i'm|we're|not|no one|nobody|should|can|must|when|once|if)\b/i.test(
      label,
    )
  )
    return false;
  return words.length <= 2 || !CLAUSE.test(label);
}
