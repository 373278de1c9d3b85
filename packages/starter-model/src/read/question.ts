/** Fields that are said as a question: "who reported it", "whether it's paid", "how many pieces". */
import { CHOICES } from "../knowledge/field-words.ts";
import { participle } from "../knowledge/verbs.ts";
import { knownType, type ReadType } from "./field-type.ts";

export type Asked = { name: string; type: ReadType /** Where the person's words are not the label. */; label?: string };

const ADJECTIVES: Record<string, string> = {
  urgent: "urgency",
  risky: "risk",
  old: "age",
  long: "duration",
  often: "frequency",
  big: "size",
  severe: "severity",
  difficult: "difficulty",
  important: "importance",
  bad: "severity",
  far: "distance",
  likely: "likelihood",
};

const text = (name: string): Asked => ({ name, type: "text" });
const long = (name: string): Asked => ({ name, type: "longtext" });
const day = (name: string): Asked => ({ name, type: "date" });

/** The first form that fits says what the field is; an answer of `null` leaves it to those below. */
const FORMS: [RegExp, (found: string[], words: string) => Asked | null][] = [
  [/^(?:whether|if)\s+(?:or not\s+)?(.+)$/, ([, said]) => whether(said!)],
  [/^how (?:many|much)$/, () => ({ name: "number", type: "integer" })],
  [/^how many (?:of )?(?:the )?(.+)$/, ([, said], words) => howMany(said!, words)],
  [/^how much (.*\b(?:rest|left|remain)\b.*)$/, () => ({ name: "rest", type: "money" })],
  [/^how much (.*\b(?:paid|pay)\b.*)$/, () => ({ name: "paid", type: "money" })],
  [/^how much .+$/, () => ({ name: "amount", type: "money" })],
  [/^how (\w+)\b/, ([, adjective]) => howSo(adjective!)],
  [/^how (?:he|she|it|they|was|were|is)\b/, () => long("condition")],
  [/^who (?:it is|it's|is it|it was) for$|^for whom$/, () => text("recipient")],
  [/^who (?:has|had|holds|have|got|is using) (?:it|them)$/, () => text("holder")],
  [/^who(?: is responsible)?$/, () => text("responsible")],
  [/^(?:by whom|who (?:does|did|do|is doing))\b/, () => text("done by")],
  [/^who was hurt/, () => text("injured person")],
  [/^who (?:was )?there$/, () => text("person")],
  [/^who (?:they |we |he |she )?(?:spoke|talked) to/, () => text("spoke to")],
  [
    /^who (?:was |is |they |we |he |she )?(\w+?)(?:s|ed)?(?: (?:it|to|them|the \w+))?$/,
    (_, words) => text(`${participle(asker(words.toLowerCase()))} by`),
  ],
  [/^who's \w+/, () => text("person")],
  [/^whose\b.*turn/, () => text("turn")],
  [/^whose\b/, () => text("owner")],
  [
    /^which (\w+) (?:took|take|were|was|are|is|have|has|can|will|attended|came|used)\b/,
    ([, said]) => ({ name: said!, type: "text", label: said! }),
  ],
  [
    /^which (\w+(?: \w+)?)(?: (?:it|they|we|he|she|it's|he's)\b.*| is\b.*| was\b.*)?$/,
    ([, said]) => ({ name: said!.replace(/ (?:it|is|was|they|we).*$/, ""), type: knownType(said!) ?? "text", label: said! }),
  ],
  [/^what (?:kind|type|sort)(?: of (\w+))?/, ([, of]) => ({ name: "type", type: "text", label: of ? `kind of ${of}` : "kind" })],
  [/^what(?:'s| is| was)? (?:wrong|broken|the problem|damaged)/, () => long("problem")],
  [/^what(?:'s| is) in (?:it|them|each \w+)/, () => long("contents")],
  [/^what$/, () => text("what")],
  [/^what\b.*\b(?:cost|costs|paid|pay|owe|owes)\b/, () => ({ name: "amount", type: "money" })],
  [/^what .*\bfor$/, () => text("purpose")],
  [/^what\b.*\b(?:want|happened|changed|worked|said|needs|done)\b/, () => long("description")],
  [/^what\b/, () => text("description")],
  [/^where (?:it|we|they|things|he|she)(?:'re| are| is| stands?)$/, () => ({ name: "status", type: "select" })],
  [/^where\b.*found/, () => text("place found")],
  [/^where\b/, () => text("location")],
  [/^(?:until|till|by) when\b/, () => day("due date")],
  [/^since when\b/, () => day("since")],
  [/^when\b.*\b(?:bought|purchased)\b/, () => day("purchase date")],
  [/^when\b.*\b(?:due|ready)\b/, () => day("due date")],
  [/^when\b/, () => day("date")],
  [/^the day (?:it|they|he|she) (.+)$/, ([, said]) => day(said!)],
  [/^day (?:it|they|he|she) .+/, () => day("intake date")],
];

export function asQuestion(words: string): Asked | null {
  const lower = words.toLowerCase();
  for (const [pattern, read] of FORMS) {
    const found = pattern.exec(lower);
    const asked = found && read([...found], words);
    if (asked) return asked;
  }
  return null;
}

/** "whether it's paid" is called "paid". */
function whether(said: string): Asked {
  const bare = said
    .replace(
      /^(?:it|they|he|she|we|you|i|the \w+|\w+s)?(?:'s|'ve|'re| is| are| has| have| had| was| were| be| been| gets?)?\s*(?:already |been |yet )*/,
      "",
    )
    .replace(/\s+(?:or not|it|them|yet|already)$/, "");
  return { name: bare || said, type: "boolean", label: bare || said };
}

function howMany(said: string, words: string): Asked {
  const name = said.replace(/\s+(?:they|we|it|there|he|she|of them|are|is|was|were)\b.*$/, "");
  return { name, type: "integer", label: said.includes(" they ") ? words : `number of ${said}` };
}

function howSo(adjective: string): Asked | null {
  const name = ADJECTIVES[adjective];
  if (!name) return null;
  return { name, type: CHOICES[name] ? "select" : name === "age" ? "integer" : "text" };
}

const asker = (words: string): string => /^who (?:was |is |they |we |he |she )?(\w+)/.exec(words)?.[1] ?? "";
