/** The type of a field by its words. */
import type { Column } from "@edgewright/contracts";

export type FieldType = Pick<Column, "type" | "format">;

const text: FieldType = { type: "text" };
const currency: FieldType = { type: "number", format: "currency" };
const percent: FieldType = { type: "number", format: "percent" };

/** The first rule whose words are in the field's name holds; exceptions stand above the rule they belong to. */
const RULES: [RegExp, FieldType][] = [
  [/\be-?mail\b/, { type: "email" }],
  [/\b(url|link|website|web site|homepage|web page|linkedin|github|repository|repo)\b/, { type: "url" }],
  [/\b(phone|mobile|telephone|tel|fax)\b/, text],
  [/\b(percent|percentage|progress|probability|discount|completion|tax rate|vat|utili[sz]ation)\b|%/, percent],
  [
    /\b(date-time|datetime|timestamp)\b|\b(start|end|starting|ending|appointment|arrival|departure|pickup|pick-up|drop-off|check-?in|check-?out) time\b|\b(starts?|ends?|begins?) at\b/,
    { type: "datetime" },
  ],
  [/\b(last|next|first|middle|full|family|given|maiden) (name|step|steps|action|actions)\b|\bnext of kin\b/, text],
  [/\b(date|birthday|deadline|expiry|expiration|expires|anniversary)\b|\bdue\b|\bdate of\b/, { type: "date" }],
  [
    /^(joined|hired|born|purchased|acquired|bought|borrowed|received|opened|closed|submitted|created|published|started|installed|logged|planted|signed|issued|returned) (on|at)$/,
    { type: "date" },
  ],
  [
    /^(last|next) (\w+ed|done|used|played|watering|service|visit|check|checkup|inspection|contact|maintenance|review|seen|payment|appointment|fed|feeding|run|repotting|cleaning|calibration|renewal)$/,
    { type: "date" },
  ],
  [/\b\w+ (start|end|from|until|expires|expiry)$/, { type: "date" }],
  [
    /^(start|end|from|until|to|day|since|begin|finish|joined|hired|born|renewal|valid until|valid from|member since|start day|end day|arrival|departure)$/,
    { type: "date" },
  ],
  [
    /\b(hours|duration|weight|height|length|width|depth|distance|temperature|miles|km|kilometers|kilometres|liters|litres|area|volume|latitude|longitude|dose|kwh)\b/,
    { type: "number" },
  ],
  [
    /\b(tax|vat|invoice|serial|phone|plate|license|licence|room|account|order|registration|reference|policy|model|ticket|tracking|batch|contract|passport|part|table|case|asset|membership|card|flight|gate|seat) (number|no|id)\b|^(number|id|sku|code|isbn|barcode|reference)$/,
    text,
  ],
  [
    /\b(price|cost|costs|amount|salary|budget|fee|fees|revenue|spend|rent|deposit|balance|wage|income|donation|fine|hourly rate|daily rate|deal size|deal value|subtotal|grand total|pay|amount paid|goal amount|target amount)\b|^(value|total|rate)$/,
    currency,
  ],
  [
    /\b(quantity|qty|count|number of|age|year|capacity|seats|guests|servings|pages|copies|rating|score|points|mileage|odometer|reps|sets|headcount|units|rank|stars|calories|minutes|days|party size|reorder level|threshold|bedrooms|bathrooms|floor|laps|steps taken|amount in stock|in stock|stock level|stock|spots|places|people|persons|attendance|times|weeks|months)\b/,
    { type: "integer" },
  ],
  [
    /\b(notes?|description|details|comments?|message|instructions|steps|ingredients|summary|agenda|decisions?|remarks?|bio|body|content|reason|answer|directions|method|requirements|justification|abstract|background|observations?|symptoms|diagnosis|treatment|feedback|action items|allergies|terms|scope|recommendation|care instructions|takeaways|lessons learned|text|review|outcome|mitigation|preparation|explanation|impressions)\b$/,
    { type: "longtext" },
  ],
  [/^(is|has|was|can|needs|wants|allows) \w+/, { type: "boolean" }],
  [
    /^(done|complete|completed|paid|active|archived|approved|available|confirmed|published|verified|signed|attended|attending|checked in|vegetarian|vegan|gluten free|billable|urgent|favou?rite|finished|resolved|fixed|sold|shipped|received|sent|reimbursed|insured|subscribed|enabled|remote|plus one|bought|packed|watched|read|renewed|cancell?ed|vaccinated|returned|closed|answered|contacted|present|certified|flagged|pinned|public|private|hidden|taken|reimbursable|recurring|owned|rented|occupied|furnished|driver|on loan)$/,
    { type: "boolean" },
  ],
];

export function typeByName(name: string): FieldType {
  const words = name.toLowerCase();
  return RULES.find(([pattern]) => pattern.test(words))?.[1] ?? text;
}

/** A type that is said outright: "deadline (date)", "make budget a number". */
const SAID: [RegExp, FieldType][] = [
  [/^(an? )?(short |single[- ]line )?(text|string)$/, text],
  [/^(an? )?(long|multi-?line|rich|free) ?text$|^(an? )?(text ?area|paragraph)s?$/, { type: "longtext" }],
  [/^(an? )?(whole number|integer|int)$/, { type: "integer" }],
  [/^(an? )?(number|numeric|decimal|float)$/, { type: "number" }],
  [/^(an? )?(currency|money|price|amount|euros?|dollars?|pounds?|eur|usd|gbp|chf|[€$£])$/, currency],
  [/^(an? )?(percent|percentage|%)$/, percent],
  [/^(an? )?(boolean|bool|yes ?(\/|or) ?no|check ?box|tick ?box|toggle|true ?(\/|or) ?false|yes, no)$/, { type: "boolean" }],
  [/^(an? )?(date)$/, { type: "date" }],
  [/^(an? )?(date ?-?time|date and time|timestamp)$/, { type: "datetime" }],
  [/^(an? )?e-?mail( address)?$/, { type: "email" }],
  [/^(an? )?(url|link|web ?site)$/, { type: "url" }],
];

export const typeBySaying = (said: string): FieldType | null =>
  SAID.find(([pattern]) => pattern.test(said.trim().toLowerCase()))?.[1] ?? null;
