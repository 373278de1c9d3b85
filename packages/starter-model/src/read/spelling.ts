/** Mends misspelt words, where a word is not known and a known one is near. */
import { COMMON_WORDS } from "../knowledge/common-words.ts";
import { BOOLEANS, CHOICE_WORDS, DATES, INTEGER, LONGTEXT, MONEY, NUMBER, TEXTS } from "../knowledge/field-words.ts";
import { KIND_NAMES } from "../knowledge/kinds.ts";
import { plural } from "../words/inflect.ts";
import { entryOf } from "./lexicon.ts";

const common = COMMON_WORDS.split(" ");
const rank = new Map(common.map((word, index) => [word, index]));
/** Words that sentences like these are made of; they come first among the near ones. */
const trade = new Set(
  [KIND_NAMES, ...[BOOLEANS, CHOICE_WORDS, DATES, INTEGER, LONGTEXT, MONEY, NUMBER, TEXTS].map((set) => [...set])]
    .flat()
    .flatMap((name) => name.split(/[^a-z]+/))
    .concat(
      "inventory warehouse membership leave approval booking overdue highlight shown calendar database application required returned assigned expires expired purchased certificate minutes schedule personal commission happened safety officer tracker register planner manager system list something overview directory statuses finding".split(
        " ",
      ),
    )
    .filter((word) => word.length > 2),
);
for (const word of [...trade]) trade.add(plural(word));
const NETWORK = new Set([
  "reorder",
  "hello",
  "hell",
  "fete",
  "denture",
  "café",
  "kanban",
  "sku",
  "imei",
  "gdpr",
  "okrs",
  "iban",
  "isbn",
  "app",
  "excel",
  "csv",
  "pdf",
  "dropdown",
  "kwh",
  "vat",
  "bool",
  "wifi",
  "faq",
  "todo",
  "admin",
  "admins",
  "ebike",
  "hirer",
  "beamer",
  // Words that begin like rude ones, for which the lexicon has none.
  "button",
  "cockpit",
  "cocktail",
  "cockerel",
  "assay",
  "titanium",
  "cumin",
  ..."analysis analyses analyse analysed assess butter buttermilk knob knobs teat teats pawn pawns hoard bumper bumpers semen spacer spacers titer titers prick pricks snatch".split(
    " ",
  ),
  ..."padel aider aiders carboy carboys baler balers sparge".split(" "),
]);

const isKnown = (word: string): boolean => {
  const bare = word.replace(/'s?$/, "");
  return [bare, ...inflected(bare)].some((base) => rank.has(base) || trade.has(base) || NETWORK.has(base) || entryOf(base) !== undefined);
};

const inflected = (word: string): string[] => {
  const bases = [];
  const bare = word.replace(/^(?:un|re|non|pre|over|mis|sub)-?/, "");
  if (bare !== word && bare.length > 4) bases.push(bare);
  for (const [end, by] of [
    ["s", ""],
    ["es", ""],
    ["ies", "y"],
    ["ing", ""],
    ["ing", "e"],
    ["ed", ""],
    ["ed", "e"],
    ["ers", "er"],
    ["ly", ""],
  ] as const)
    if (word.endsWith(end) && word.length - end.length > 2) bases.push(word.slice(0, -end.length) + by);
  if (/[^aeiou][aeiou](.)\1(?:ing|ed)$/.test(word)) bases.push(word.replace(/(.)\1(?:ing|ed)$/, "$1"));
  return bases;
};

/** How many letters are wrong, missing, too many or swapped; more than `most` is not counted. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** As it sounds: "fone" is near to "phone". */
const sound = (word: string): string => word.replace(/ph/g, "f").replace(/ck|q/g, "k");
const candidates = [...new Set([...trade, ...common.slice(0, 14_000)])].filter((word) => word.length > 2);
const memory = new Map<string, string>();

export function corrected(word: string): string {
  const known = memory.get(word);
  if (known !== undefined) return known;
  const near = isKnown(word) ? word : (nearest(word) ?? ofSeveral(word) ?? word);
  const found = isDoer(word) && isOtherWord(word, near) ? word : near;
  if (memory.size < 5000) memory.set(word, found);
  return found;
}

/** Who does something, or is where it is done, by a word that is known: "cavers". */
function isDoer(word: string): boolean {
  const stem = /^(.{3,})ers?$/.exec(word)?.[1] ?? "";
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, "$1")].some((base) => base.length > 3 && entryOf(base) !== undefined);
}

/** Another letter makes another word; one too many, one missing or two swapped is a slip. */
const isOtherWord = (word: string, near: string): boolean =>
  near.length === word.length && sorted(near) !== sorted(word) && near !== word.replace(/er(s?)$/, "or$1");

/** "interpretrs": the plural of a word that is misspelt in the same way. */
function ofSeveral(word: string): string | undefined {
  const one = /^(.{7,})s$/.exec(word)?.[1];
  const meant = one && !isKnown(one) ? nearest(one) : undefined;
  return meant && plural(meant);
}

function nearest(word: string): string | undefined {
  // Rare words are made with endings like these; a slip in one is a letter.
  const derived = /(?:ility|ation|ition|ment|ness|ology|ance|ence|ism|ist|ive|ous|ial|ical|able|ible|less|ful|ity)s?$/.test(word);
  const most = derived || word.length < 10 ? 1 : 2;
  let best: { word: string; cost: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > most + 1) continue;
    const wrong = Math.min(
      distance(word, candidate, most),
      candidate.includes("ph") ? distance(sound(word), sound(candidate), most) + 0.2 : most + 1,
      undoubled(word) === undoubled(candidate) ? 0.4 : most + 1,
    );
    if (wrong > most || wrong / word.length > 0.34) continue;
    const letters = sorted(word) === sorted(candidate) ? -0.6 : candidate.length > word.length && within(word, candidate) ? -0.35 : 0;
    const cost =
      wrong +
      letters +
      (sound(candidate)[0] === sound(word)[0] ? 0 : 0.9) +
      (trade.has(candidate) ? 0 : 0.3) +
      (rank.get(candidate) ?? 9000) / 30_000;
    if (!best || cost < best.cost) best = { word: candidate, cost };
  }
  return best && best.cost <= (word.length <= 4 ? 1.45 : 2.6) ? best.word : undefined;
}

/** Whether only letters are missing. */
function within(word: string, candidate: string): boolean {
  let at = 0;
  for (const letter of candidate) if (letter === word[at]) at++;
  return at === word.length;
}

/** Letters are doubled too often or too seldom: "adres" and "address" are one word. */
const undoubled = (word: string): string => word.replace(/(.)\1+/g, "$1");

const sorted = (word: string): string => [...word].sort().join("");

const SHORT: Record<string, string> = {
  pls: "please",
  plz: "please",
  teh: "the",
  hav: "have",
  wich: "which",
  wen: "when",
  evry: "every",
  thier: "their",
  til: "until",
  bak: "back",
  u: "you",
  thx: "thanks",
  ur: "your",
  dont: "don't",
  wats: "what's",
  wat: "what",
  tme: "time",
  ned: "need",
  aprox: "about",
  recieved: "received",
  evryone: "everyone",
  exept: "except",
  moer: "more",
  nd: "and",
  som: "some",
  wats_: "what's",
  whos: "who's",
  cant: "can't",
  ther: "there",
  onley: "only",
  inkl: "including",
  lv: "level",
  dept: "department",
  depts: "departments",
  emp: "employee",
  yr: "year",
  fotos: "photos",
  foto: "photo",
  adress: "address",
  nubmer: "number",
  nuber: "number",
  staus: "status",
  buld: "build",
  dat: "date",
  calander: "calendar",
  smth: "something",
  sth: "something",
  ppl: "people",
  hwo: "who",
  nxt: "next",
  payed: "paid",
  rak: "rack",
  tipe: "type",
  shud: "should",
  wud: "would",
  cud: "could",
  hasnt: "hasn't",
  havent: "haven't",
  isnt: "isn't",
  arent: "aren't",
  wasnt: "wasn't",
  doesnt: "doesn't",
  didnt: "didn't",
  shouldnt: "shouldn't",
  couldnt: "couldn't",
};

/** "form, too": words that are known, but not what stands in such a pair. */
const pairsMended = (text: string): string =>
  text.replace(
    /\b(f)orm(\s*(?:,|\/|-|and)\s*(?:\w+ )?)(too?|till?|until{1,2})(?=\s*(?:[,.;)\n]|$))/gi,
    (_, first: string, between: string, until: string) => `${first}rom${between}${until === "too" ? "to" : until}`,
  );

/** The text with its misspelt words mended; names, codes and numbers stay. */
export const mended = (text: string): string =>
  pairsMended(text).replace(/(?<![\w@./'-])([A-Za-z]{2,}(?:'[a-z]+)?)(?![\w@/]|\.\w)/g, (word: string, _: string, at: number) => {
    const lower = word.toLowerCase();
    if (SHORT[lower]) return asWritten(word, SHORT[lower]);
    const first = at === 0 || /[.!?:\n]\s*$/.test(text.slice(Math.max(0, at - 3), at));
    if (word.length < 4 || word.includes("'") || (/[A-Z]/.test(word) && !(first && /^[A-Z][a-z]+$/.test(word)))) return word;
    return asWritten(word, corrected(lower));
  });

const asWritten = (word: string, by: string): string => (/^[A-Z]/.test(word) ? by.charAt(0).toUpperCase() + by.slice(1) : by);
