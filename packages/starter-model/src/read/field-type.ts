/** The type of a field, by its words. */
import { BOOLEANS, CHOICES, DATES, INTEGER, LONGTEXT, MONEY, NUMBER, TEXTS } from "../knowledge/field-words.ts";
import { singular } from "../words/inflect.ts";

export type ReadType =
  | "text"
  | "longtext"
  | "number"
  | "integer"
  | "money"
  | "percent"
  | "boolean"
  | "date"
  | "datetime"
  | "time"
  | "select"
  | "multiselect"
  | "reference"
  | "references"
  | "file"
  | "files"
  | "image"
  | "email"
  | "phone"
  | "url";

/** What holds whatever stands around it. */
const RULES: [RegExp, ReadType][] = [
  [/^(?:(?:copy|copies|scans?) of (?!(?:each|every)\b)|signed (?!by\b|on\b|at\b|off\b)[\w-]+(?: [\w-]+)?$)/, "file"],
  [/^(?:drawing|sketch|photograph|screenshot)s?(?: of .+)?$/, "image"],
  [/ where$/, "text"],
  [/^(?:flow|heart|birth|growth|error|frame|pulse) rate$/, "number"],
  [/^(?:litres?|liters?|hours|grams|kilos|kg|tons|tonnes|metres|meters) \w+(?:ed|d|t|ne|n)$/, "number"],
  [/\bas (?:a )?(?:pdf|scan|file)$/, "file"],
  [/^(?:pictures?|photos?|cards?|phone|telephone|mobile) (?:model|type|no|nr|number)$/, "text"],
  [/\b(?:bought|borrowed|leaves|comes?|came|got|collected|lent|rented|learned|learnt|ordered|adopted|purchased|lift) from$/, "text"],
  [/^(?:ages?|pages?|players|months?|sizes?|numbers?|rows?|grades?|weights?|km|kilometres?) (?:from|to|until)$/, "integer"],
  [
    /^(?:temp|temperature|pressure|weight|speed) (?:set|measured|target|actual|inside|outside)$|\b(?:battery|water|oil|fuel|fill|noise|chlorine) level$/,
    "number",
  ],
  [/^\w+ (?:plants|frames|eggs|trees|mites|animals)$/, "integer"],
  [/^date \w+ (?:in|out|back)$|^(?:asked|received|given|sent|sold|paid|bought|born) the$/, "date"],
  [/^(?:people|\w+s) (?:needed|required|expected)$/, "integer"],
  [/^mails?$/, "email"],
  [/^(?:family|household|group|class|team|crew|herd|flock|party|litter) size$/, "integer"],
  [
    /^(?:max|maximum|min|minimum|expected|planned) (?:number of )?(?:participants|people|persons|guests|players|members|visitors|pupils|students|children|seats|places)$/,
    "integer",
  ],
  [/^(?:amount|contribution|dues|donation|salary) (?:per|a|each) \w+$/, "money"],
  [/^(?:time|hour) of (?:the )?(?:begin|beginning|start|end|arrival|departure|landing)$/, "time"],
  [
    /\bin (?:knots|mm|cm|m|km|kg|g|mg|ml|cl|l|lit(?:re|er)s?|degrees|celsius|bar|volts?|watts?|amps?|kwh?|hp|tons?|tonnes?|hectares?|acres?|feet|inches|miles|met(?:re|er)s?|grams?|kilos?|ppm)$/,
    "number",
  ],
  [/^(?:length|width|height|depth) (?:m|ft)$|^(?:motor|engine) hp$| lit+(?:re|er)s$/, "number"],
  [/^(?:planned|promised|scheduled) for$|^(?:needed|wanted|promised|required) by$/, "date"],
  [/^(?:the )?(?:recording|audio|audio file|voice (?:note|memo|message))$/, "file"],
  [
    /^(?:from |to |until |till |after |arrival |opening )?(?:which )?hour(?: (?:of|at|from|to|in|out)\b.*)?$|^(?:arrive|leave|arrival|departure) hour$/,
    "time",
  ],
  [
    /^(?:weight|temperature|length|height|meter|power meter|chairs|fuel|charge)\b.* (?:at|on|in|before|after) (?:start|end|arrival|departure|birth)$/,
    "number",
  ],
  [/^(?:float|cash|money|balance|till)\b.* (?:at|on) (?:start|end|opening|closing)$/, "money"],
  [
    /^(?:minutes|hours|days|time) spent$|^days (?:out|off|lost|late|left)$|^(?:rest|wait(?:ing)?|withdrawal|lead time|milk wait|meat wait) days$/,
    "integer",
  ],
  [/^goals (?:for|against)$|^goals$|^number of (?!the\b)(?:\w+s|people|children|cattle|sheep|fish)\b/, "integer"],
  [/^number of (?:the )?\w+$/, "text"],
  [
    /^(?:home|away|first|second|third|door|sick|check) (?:player|person)$|^storage box$|^meeting point$|^(?:left|right) lens$|^lens (?:left|right)$/,
    "text",
  ],
  [
    /^(?:moved|handed|brought|checked|taken) (?:in|out|over|back)$|^(?:went|came|given|brought|key) (?:out|back)$|^(?:back|out|in|sent) on$/,
    "date",
  ],
  [
    /\b(?:stopped|started|running|started again|running again|given|hung|dug|taken|sealed|aired|kneaded|hauled|locked|asked|returned|came|went|repaired|solved|called|released|clocked|woke up|voted|handed out|delivered|ordered|picked up|left|leaves|reached|landed|be back|come) at$|^(?:in|out|back|alarm) at$/,
    "datetime",
  ],
  [/^(?!price\b|cost\b|rate\b|times\b|half\b|school\b|rest\b|trade\b)\w+(?:-up)? day$|^(?:on |for )?(?:what|which) day$/, "date"],
  [
    / (?:kg|g|mg|cm|mm|km|ml|ha|m2|m3|litres?|liters?|metres?|meters?|sqm|bar|kw|kwp|degrees|tonnes|tons)$|^(?:(?:square|cubic|running) )?(?:metres|meters)$|^(?:kg|ml|cm|mm|sqm|kilos?)$/,
    "number",
  ],
  [/\be-?mails?\b(?! sent)/, "email"],
  [/\b(photos?|pictures?|pics?|images?|portrait|logo|snapshot)\b(?!.*\b(by|date|shoot)\b)/, "image"],
  [
    /\b(pdfs?|scans?|attachments?|upload|data sheet|datasheet|sds|files?|documents?|certificates?|receipts?|report before|report after|cv|resume)$|^(pdf|scan|signed pdf)\b/,
    "file",
  ],
  [/\b(url|link|website|web site|homepage|web page|linkedin|repo)\b/, "url"],
  [/\b(phone|mobile|telephone|cell|whatsapp|fax)( (no|number|nr))?$|^(tel|tel no|mobile)$|\bphone\b/, "phone"],
  [
    /\b(percent|percentage|progress|completion|utili[sz]ation)\b|%|\b(tax|vat|interest|success|depreciation|conversion|occupancy) rate\b|^(discount|vat|tax)$/,
    "percent",
  ],
  [
    /\b(date-and-time|datetime|timestamp|date\/time)\b|\b(start|end|starting|ending|begin|finish|arrival|departure|take ?-?off|landing) ?time$|\b(starts?|ends?|begins?) at$|^(time|clock)[- ](in|out)$|^deadline with time$/,
    "datetime",
  ],
  [
    /\b(last|next|first|middle|full|family|given|maiden|sur) ?(name|step|steps|action|actions)$|\bnext of kin\b|\bname$|\bname of\b/,
    "text",
  ],
  [
    /^(date|day|month) of\b|\b(date|birthday|deadline|expiry|expiration|anniversary)$|\bdue( date| on| by| back)?$|^(due|expires|expiring)\b/,
    "date",
  ],
  [/^(date|day|due|birth|deadline)\b.*\b(date|on|for|it|came|received|sold)\b/, "date"],
  [
    /\b\w+(ed|ught|own|ent|ut|id|old|ne|de|un|orn|ken) (on|until|till|since|from|out on|back on|in on)$|^(sold|sent|paid|born|bought|brought in|given|issued|received|shipped|planted|valid|good|warranty|lease|open|expires|hired|taken|seen) (on|until|till|from|since)$/,
    "date",
  ],
  [
    /^(created|logged|collected|opened|closed|received|reported|submitted|arrived|measured|recorded|done|sent|checked in|picked up) at$/,
    "datetime",
  ],
  [
    /^(expected|planned|estimated|requested|promised|actual) (delivery|arrival|return|completion|start|end|visit|departure|pickup|finish)$/,
    "date",
  ],
  [/^(last|next|previous|first) (?!name|step|mile|price|amount|reading|order|aid)(?!\w+(?:er|or|ee|ist)s?\b)\w+( \w+)?$/, "date"],
  [
    /^(?!(?:is|was|has|goes|comes|does)\b)\w+s (?:sold|left|produced|counted|planted|handed out|out|back|good|broken|bad|defective|missing|lost|used|baked|made|picked|caught)$|^(?:sold|made|baked|produced) today$/,
    "integer",
  ],
  [/^(take ?-?off|landing)$/, "datetime"],
  [/^(amount|price|cost|sum|fee|money|budget|value) \w+(ed|ng|en|d)$/, "money"],
  [/\bin (months|days|weeks|minutes|years)$/, "integer"],
  [/\b(start|end|from|until|expires|expiry|renewal|due)$/, "date"],
  [
    /^(?!\w+ (?:depends|sits|stands|hangs|lies|works|worked|runs|grows) |(?:depends|sits|stands|hangs|lies|worked|heating|pump|lights?|based|plugged|switched|comment) )(?:\w+ ){1,3}on$/,
    "date",
  ],
  [/^(?:price|cost|rent|fee|rate|salary) .*\b(?:year|month|week|day)$/, "money"],
  [/^(year|birth year)\b|\byear( built| of \w+| planted)?$/, "integer"],
  [/^(time|start|opening time|arrival time|meeting time|departure time)$|\btime$/, "time"],
  [
    /\b(hourly|daily|weekly|monthly|yearly|annual|unit|day|hour|single) (rate|price|cost|rent|fee|salary|pay)\b|\b(price|cost|rate|fee|rent|amount|charge|salary) (per|pro|of|for|in|a|each)\b/,
    "money",
  ],
  [/^(how many|number of|no of|amount of|count of|nr of|quantity of)\b|\b(count|quantity|qty|headcount)$/, "integer"],
  [/\b(number|no|id|nr|code|sku|isbn|barcode|tag|plate|imei|iban|name|address|model|type|reference)$/, "text"],
  [/^(is|has|was|can|needs|wants|allows|have|having|with) \w+/, "boolean"],
  [/\bby(?: whom)?$|^(who|whom|by whom)\b/, "text"],
];

const SETS: [Set<string>, ReadType][] = [
  [BOOLEANS, "boolean"],
  [DATES, "date"],
  [MONEY, "money"],
  [NUMBER, "number"],
  [INTEGER, "integer"],
  [LONGTEXT, "longtext"],
  [TEXTS, "text"],
];

/** `null` where the words say nothing. */
export function knownType(label: string): ReadType | null {
  const words = label
    .toLowerCase()
    .replace(/[?.]/g, "")
    .replace(/ (?:19|20)\d\d$/, "")
    .trim();
  const one = singular(words);
  if (words === "hour") return "time";
  if (/^(?:days|nights|dozens|crates|sacks|trays)$/.test(words)) return "integer";
  if (
    words === one &&
    /^(?:person|player|participant|visitor|child|adult|cow|dog|box|piece|place|bottle|pallet|package|seat|unit|set|period|round|word|page|egg)$/.test(
      one,
    )
  )
    return one === "round" ? "integer" : "text";
  for (const [set, type] of SETS) if (set.has(words) || set.has(one)) return type;
  if (/ (?:eur|euros?|usd|gbp|chf|pounds|dollars|[€$£])$/.test(words)) return "money";
  const rule = RULES.find(([pattern]) => pattern.test(words));
  if (rule) return rule[1];
  if (Object.hasOwn(CHOICES, one.split(" ").at(-1)!)) return "select";
  const tail = words.replace(/ (in|per|of|for|at|with|until|and) .*$/, "");
  if (tail !== words && tail !== "") return knownType(tail);
  const last = singular(words.split(/\s+/).at(-1)!);
  const said = words.includes(" ") && !/\b(?:all|every|each|about|around)\b/.test(words) ? SETS.find(([set]) => set.has(last)) : undefined;
  return said &&
    !(said[1] === "boolean" || last === "child" || last === "set" || last === "word" || /^(?:to|out|back|from|until|day)$/.test(last))
    ? said[1]
    : null;
}

export const typeOf = (label: string): ReadType => knownType(label) ?? "text";

/** A type that is said outright: "deadline (date)". */
const SAID: [RegExp, ReadType][] = [
  [/^(short |single[- ]line )?(text|string)$/, "text"],
  [/^(long|multi-?line|rich|free) ?text$|^text ?area$/, "longtext"],
  [/^(whole number|integer|int)$/, "integer"],
  [/^(number|numeric|decimal|float)$/, "number"],
  [/^(in )?(currency|money|euros?|dollars?|pounds?|eur|usd|gbp|chf|[€$£])$/, "money"],
  [/^(in )?(percent|percentage|%)$/, "percent"],
  [/^(boolean|bool|yes ?(\/|or|,) ?no|y ?\/ ?n|check ?box|tick ?(box)?|toggle|true ?(\/|or) ?false)$/, "boolean"],
  [/^(a )?date$/, "date"],
  [/^(date ?-?time|date-and-time|timestamp)$/, "datetime"],
  [/^(file|pdf|scan|upload|attachment)$/, "file"],
  [/^(photo|image|picture)$/, "image"],
  [/^(url|link|web ?site)$/, "url"],
];

export const saidType = (said: string): ReadType | null => SAID.find(([pattern]) => pattern.test(said.trim().toLowerCase()))?.[1] ?? null;
