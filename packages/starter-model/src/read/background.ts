/** Tells a sentence that only says who somebody is and how things are from one that asks for something. */
import { needKinds } from "./needs.ts";

const NUMBER = "\\d+|a|an|about|around|only|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";

/** Whoever writes one of these wants something, or describes what to keep. */
const ASKING = new RegExp(
  `[?:]|\\bwith (?!(?:${NUMBER})\\b)|\\b(?:wants?|need|needs|needed|like|love|wish|please|should|shall|must|may|can|can't|cannot|could|would|have to|has|let|make|build|create|give|show|see|know|view|find|lists?|log|register|catalogue|table|columns?|sheet|overview|warn\\w*|remind\\w*|notes?|records?|writes?|enters?|tracks?|keeps?|stores?|saves?|follow|only|each|every|per|app|tool|program|system|software|belongs?|contains?|consists?|includes?|called|either|total|sum|average|required|unique|allowed)\\b`,
);

const SPEAKER = "(?:i|we|it|they|he|she|there|my \\w+|our \\w+)";
const WHEN =
  "(?:(?:until|up to|right|for|in|on|last|since|at|so|but|and|usually|currently|today|now|twice) (?:[\\w']+ ){0,4}?|hello |hi |hey )?";
/** What somebody is or does. */
const TELLING = `(?:am|are|is|was|were|runs?|works?|operate|lends?|rents?|sells?|own|teach|teaches|lives?|coordinate|organi[sz]e|produce|repair|look after|take care|lead|head|play|pack|used?|do|did|had|went|came|lost|took|got|tried|forgot|forgets|started|grow|grew|meets?|start|think|hate|(?:have|manage) (?:${NUMBER}|no idea|the))`;
const TELLS = new RegExp(`^${WHEN}(?:only )?${SPEAKER} (?:also |all |just |mostly |currently |always |usually )?${TELLING}\\b`);
const GREETING = /^(?:and |but )?(?:thanks?|hello|hi|hey|good (?:morning|day|evening)|sorry|cheers|dear)\b/;

/** "I run a small bakery", "it used to be done in Excel": nothing to build, and nothing that was asked for. */
export function isBackground(clause: string): boolean {
  const text = clause
    .toLowerCase()
    .replace(/\b(?:every|each) (?:day|morning|evening|week|month|year|\w+day|spring|summer|autumn|winter)\b/, "usually")
    .replace(/'m\b/g, " am")
    .replace(/'re\b/g, " are")
    .replace(/'ve\b(?: got)?/g, " have")
    .replace(/\b(it|there)'s\b/g, "$1 is")
    .replace(/,/g, "")
    .trim();
  if (ASKING.test(text) || needKinds(text).length > 0) return false;
  return TELLS.test(text) || (GREETING.test(text) && text.split(/\s+/).length <= 6);
}
