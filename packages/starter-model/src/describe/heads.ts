/** What a phrase names: "a simple app to track our vehicles and repairs" is about vehicles and repairs. */
import { singular } from "../words/inflect.ts";
import { isKnownThing } from "./nouns.ts";

const LEADS = [
  /^(?:please|hi|hello|hey|ok|okay|so|well|now)[,!]?\s+/i,
  /^(?:i|we|my team|our team|the team|you)(?:'d| would)?\s+(?:want|need|like|wants|needs|love)\s+(?:you\s+)?(?:to\s+(?:have\s+)?)?/i,
  /^(?:can|could|would|will) you (?:please )?/i,
  /^(?:help me|let me|let us|let's)\s+(?:to\s+)?/i,
  /^(?:build|create|make|design|develop|set up|give|generate|write|start|prepare|get|have)\s+(?:me\s+|us\s+)?/i,
  /^(?:track|keep track of|manage|store|record|log|organi[sz]e|follow|collect|monitor|handle|register|administer|plan|schedule|document|catalogu?e?|maintain|see|list|save|keep|enter|gather|run|coordinate|tracks|manages|stores|records|logs|collects|plans|lists|keeps|follows|tracking|managing|recording|storing|logging|collecting|organi[sz]ing|planning|scheduling|handling|keeping track of)\s+(?=\S)/i,
  /^(?:an?|the|our|my|some|all|all of|all the|their|your|a few|one|new|another)\s+/i,
  /^(?:simple|small|basic|internal|nice|little|modern|clean|lightweight|mini|tiny|quick|minimal|good|beautiful|shared|company-wide|company|personal|private|online|complete|full|proper|custom)\s+(?=\S)/i,
  /^(?:web\s*)?(?:app|application|tool|system|website|web app|site|place|program|software|platform|solution|dashboard|database|page|spreadsheet|something|way|project|workspace)\s+(?:for|to|that|which|where|with which)\s+(?:(?:can|will|should|would)\s+)?(?:helps?|lets?|allows?|enables?)?\s*(?:(?:me|us|you|i|we|people|users|everyone|anyone|our team|my team|the team|teams?|staff)\s+)?(?:can\s+)?(?:to\s+)?/i,
  /^(?:keep|take)\s+(?:track|care|note)\s+of\s+/i,
  /^(?:for|of|about|on)\s+/i,
];

/** Takes off what is asked, and leaves what it is asked for. */
export function withoutLead(text: string): string {
  let rest = text.trim();
  for (let changed = true; changed; ) {
    const before = rest;
    for (const lead of LEADS) rest = rest.replace(lead, "");
    changed = rest !== before;
  }
  return rest.trim();
}

const HOLDER =
  /^(.*?)\s*\b(tracker|manager|management|directory|list|register|registry|log|logbook|database|catalog|catalogue|collection|planner|organi[sz]er|app|application|tool|system|board|inventory|diary|journal|records?|overview|dashboard|portal|hub|tracking|scheduling|scheduler|schedule|form|survey|calendar|sheet|repository|archive|index|platform|software|plan|pipeline|crm|program|kanban|box)$/i;

/** What stands for one or more tables by custom. */
const CUSTOM: [RegExp, string[]][] = [
  [/^(?:simple )?(?:to-?\s?do|to-?\s?dos|todos?|task|chores?|kanban)$/i, ["tasks"]],
  [/^(?:sales )?crm$|^customer relationship(?: management)?$/i, ["companies", "contacts"]],
  [/^okrs?$/i, ["objectives", "key results"]],
  [/^(?:address|contact) book$|^address$/i, ["contacts"]],
  [/^reading$/i, ["books"]],
  [/^(?:shopping|grocery|groceries)$/i, ["shopping items"]],
  [/^(?:packing|check)$/i, ["packing items"]],
  [/^(?:[\w-]+ )?watch ?list$/i, ["films"]],
  [/^(?:[\w-]+ )?wish ?list$/i, ["wishes"]],
  [/^(?:inventory|stock|warehouse|stock keeping|product)$/i, ["products"]],
  [/^(?:time|working time|hours|work hours)$/i, ["time entries"]],
  [/^timesheets?$/i, ["time entries"]],
  [/^(?:help ?desk|service desk|support|customer support|it support)$/i, ["tickets"]],
  [/^(?:applicant|recruiting|recruitment|hiring|ats)$/i, ["applicants"]],
  [/^(?:hr|staff|people|team)$/i, ["employees"]],
  [/^(?:leave|vacation|holiday|absence|time off|pto)$/i, ["leave requests"]],
  [/^(?:sales|deal|sales deal)$/i, ["deals"]],
  [/^(?:fleet|vehicle fleet)$/i, ["vehicles"]],
  [/^(?:blog|content|editorial|social media)$/i, ["posts"]],
  [/^(?:budget|spending|finance|finances|money)$/i, ["expenses"]],
  [/^(?:watch|movie|film)$/i, ["films"]],
  [/^(?:recipe|cook) ?book$/i, ["recipes"]],
  [/^guest ?book$/i, ["entries"]],
  [/^(?:project|projects) (?:and task )?management$|^project planning$/i, ["projects", "tasks"]],
  [/^library$/i, ["books", "members", "loans"]],
  [/^gym$/i, ["members"]],
  [/^wish$/i, ["wishes"]],
  [/^(?:workout|fitness|training)$/i, ["workouts"]],
  [/^(?:bug|issue|defect)$/i, ["bugs"]],
  [/^suggestions? box$/i, ["suggestions"]],
];

/** Names of things in two words that must not be shortened to their last one. */
const WHOLE =
  /\b(key result|shopping item|packing item|action item|time entry|leave request|purchase order|work order|order item|line item|meeting note|meeting minute|status update|school class|time slot|release note|press release|user story|test case|change request|feature request|book club|blog post|job opening|open position|sub-?task|team member|staff member|service request|maintenance request|expense report|equipment item)$/;

export type Head = { tables: string[]; title: string; container: boolean };

/** "books I've read" are books. */
const OWNED =
  /\s+(?:that\s+|which\s+)?(?:i|we|they|you)(?:'ve|'re|'d|'ll|\s+(?:have|own|use|want|need|read|like|love|sell|run|keep|offer|do|make))\b.*$/i;
const PLAIN = /^(?:list|inventory|collection|catalog|catalogue|database|register|log|stock|kanban board|board)$/i;
const GENERIC = /^(?:(?:simple|shared|full)\s+)?(?:list|collection|database|register|log|catalog|catalogue|records?|overview|table)$/i;

/** Reads "bug tracker", "inventory of products", "meeting room bookings" or "vehicles". */
export function readHead(phrase: string): Head {
  const text = withoutLead(phrase).replace(/["]/g, "").replace(OWNED, "");
  const of = /^(.*?)\s+(?:of|for)\s+(?:all\s+)?(?:our\s+|my\s+|the\s+|a\s+|an\s+)?(.+)$/i.exec(text);
  if (of && (HOLDER.test(of[1]!) || customOf(of[1]!))) return readHeld(of[1]!, of[2]!);
  const custom = customOf(text);
  if (custom) return { tables: custom, title: text, container: true };
  const held = HOLDER.exec(text)?.[1];
  if (held) return { tables: customOf(held) ?? thing(held), title: text, container: true };
  return { tables: thing(text), title: text, container: false };
}

/** "an inventory of products" is about products; "a booking system for rooms" about bookings. */
function readHeld(holder: string, content: string): Head {
  const title = GENERIC.test(holder) ? content : holder;
  const kept = HOLDER.exec(holder)?.[1] ?? "";
  const own = customOf(holder) ?? customOf(kept) ?? (isKnownThing(singular(kept.toLowerCase())) ? thing(kept) : []);
  return own.length > 0 && !PLAIN.test(holder) ? { tables: own, title, container: false } : { ...readHead(content), title };
}

const WORDS_MAX = 4;

const customOf = (text: string): string[] | null => CUSTOM.find(([pattern]) => pattern.test(text.trim()))?.[1] ?? null;

function thing(text: string): string[] {
  const owned = /^([\w-]+s)['’]\s+([\w-]+(?: [\w-]+)?)$/.exec(text.trim());
  if (owned) return [owned[1]!, owned[2]!];
  const words = text
    .trim()
    .replace(/['’]s?(?=\s|$)/g, "")
    .replace(/^\d+\s+/, "");
  // "screen time of table tennis matches" is about the last of it.
  if (words.split(/\s+/).length > WORDS_MAX && /\s(?:of|for|in)\s/i.test(words)) return thing(words.replace(/^.*\s(?:of|for|in)\s+/i, ""));
  return words === "" ? [] : [words];
}

/** "job applicants" alone are simply applicants. */
export function shortened(phrase: string): string {
  const words = phrase.trim().split(/\s+/);
  const last = words.at(-1) ?? "";
  if (words.length < 2 || WHOLE.test(singular(phrase.toLowerCase())) || last.length < 4) return phrase;
  return isKnownThing(singular(last.toLowerCase())) && !/^(?:entry|entries|items?|notes?|parts?|people|persons?)$/i.test(last)
    ? last
    : phrase;
}
