/** Which table belongs to which: by a field that is called like another table, by what was said, and by what is usual. */
import { singular } from "../words/inflect.ts";
import type { ReadField } from "./field.ts";
import type { Outline, ReadTable } from "./outline.ts";
import { saidLinks } from "./said-links.ts";

/** Things that happen to others, or are made for them; they point at what is there for longer. */
export const HAPPENINGS =
  /\b(repair|loan|request|enrol?lment|invoice|booking|reservation|payment|visit|order|task|ticket|shift|interview|trip|log|entry|session|appointment|inspection|maintenance|service|expense|timesheet|transaction|review|registration|attendance|result|donation|lesson|line|measurement|reading|rental|delivery|shipment|claim|incident|treatment|feeding|harvest|sale|key result|assignment|submission|grade|match|episode|signup|contract|quote|call|meeting|refuel|absence|calibration|rating|vote|test|placement|application|instalment|position|movement|purchase|exchange|revision|sighting|calving|recording|medicine|parcel|cube|pitch|report|deadline|hour|completion|check|action point|action item|action|training|usage|arrival|problem|contribution|collection|rent|milestone|exam|slot|participation|refill|watering|note|comment|stay|prescription|level|item|finding|control|withdrawal|swap|milking|complaint|refill|observation|performance|return|audit|weighing)$/;
const PEOPLE =
  /\b(person|employee|staff member|member|contact|customer|client|user|student|pupil|teacher|patient|volunteer|applicant|guest|player|driver|tenant|donor|trainer|nurse|doctor|singer|runner|trainee|apprentice|swimmer|tutor|speaker|child|family|household|parent|consigner|colleague|therapist|supplier|vendor|company|partner)$/;

const ROLES: [RegExp, RegExp][] = [
  [
    /^(assignee|assigned to|owner|responsible|person|requester|employee|staff|colleague|who|done by)$/,
    /\b(employee|staff member|team member|colleague|person|user|member|volunteer)$/,
  ],
  [/^(borrower|member|singer|who has it|taken by|guest|visitor|attendee|participant|customer|client|buyer|patient)$/, PEOPLE],
];

const words = (text: string): string =>
  singular(
    text
      .toLowerCase()
      .replace(/\b(\w+)'s\b/g, "$1")
      .replace(/[^\p{L}\d]+/gu, " ")
      .trim(),
  );

const BOOKED = /\b(booking|reservation|appointment|shift|meeting|event|session|lesson|interview|slot|match|training|visit|flight|talk)$/;
const EDGE = /^(?:start|end|from|to|until|begin|finish)$/;

/** What is booked begins and ends at an hour: on a day that has its own field, or at a moment. */
function timeEdges({ one, fields }: ReadTable): void {
  const edges = fields.filter(({ label, type }) => type === "date" && EDGE.test(label.toLowerCase()));
  if (edges.length < 2 || !BOOKED.test(one)) return;
  const dated = fields.some(({ label, type }) => type === "date" && /^(?:date|day)$/i.test(label));
  for (const edge of edges) edge.type = dated ? "time" : "datetime";
}

export function linkTables({ tables }: Outline, text = ""): void {
  for (const table of tables) timeEdges(table);
  for (const table of tables) for (const field of table.fields) pointAtTable(tables, table, field);
  for (const table of tables) adoptChildren(tables, table);
  for (const table of tables) for (const parent of table.parents) reference(table, parent, true);
  for (const [table, other] of saidLinks(tables, text)) if (!HAPPENINGS.test(other.one) && !isLinked(table, other)) reference(table, other);
  for (const table of tables) if (!pointsAnywhere(table, tables)) pointAsUsual(tables, table);
}

function pointAtTable(tables: readonly ReadTable[], table: ReadTable, field: ReadField): void {
  if (field.options || !["text", "longtext", "integer", "boolean", "money", "image", "file"].includes(field.type)) return;
  const shown = words(field.label);
  const label = /^(?:text|longtext)$/.test(field.type) ? words(field.name ?? field.label) : shown;
  const keyed = shown.replace(/ (?:id|no|nr|number|code|name)$/, "");
  const target =
    tables.find((other) => other !== table && (other.one === label || other.one === shown || other.one === keyed)) ??
    tables.find(
      (other) =>
        other !== table &&
        (other.one.endsWith(` ${label}`) || label.endsWith(` ${other.one}`)) &&
        !/\b(name|number|id|code|phone|email)$/.test(label),
    ) ??
    (field.type === "text"
      ? tables.find((other) => other !== table && ROLES.some(([role, kind]) => role.test(label) && kind.test(other.one)))
      : undefined);
  const itself =
    !target && /^(?:parents?|father|mother|manager|supervisor|reports to|line manager)$/.test(shown) && PEOPLE.test(table.one)
      ? table
      : undefined;
  const to = target ?? itself;
  if (!to || (field.type === "boolean" && to.one !== label)) return;
  const many =
    /s$/.test(field.label.trim()) && singular(field.label.toLowerCase()) !== field.label.toLowerCase() && !/'s$/.test(field.label);
  field.type = many ? "references" : "reference";
  field.ref = to.one;
}

/** "an audit gets a date and findings; every finding has …": the findings are the audit's. */
function adoptChildren(tables: readonly ReadTable[], table: ReadTable): void {
  table.fields = table.fields.filter(({ type, ref }) => {
    const child = type === "references" ? tables.find(({ one }) => one === ref) : undefined;
    if (!child || child === table || !HAPPENINGS.test(child.one) || pointsAnywhere(child, tables)) return true;
    child.parents.push(table);
    return false;
  });
}

function reference(table: ReadTable, parent: ReadTable, required = false): void {
  const known = table.fields.find(({ ref }) => ref === parent.one);
  if (known) {
    if (required) known.required = true;
  } else table.fields.splice(0, 0, { label: parent.one, type: "reference", ref: parent.one, said: true, ...(required && { required }) });
}

const isLinked = (table: ReadTable, other: ReadTable): boolean =>
  table.fields.some(({ ref }) => ref === other.one) || other.fields.some(({ ref }) => ref === table.one);

const pointsAnywhere = (table: ReadTable, tables: readonly ReadTable[]): boolean =>
  table.fields.some(({ ref }) => ref && ref !== table.one) ||
  tables.some((other) => other.parents.includes(table) && other !== table && !HAPPENINGS.test(table.one));

/** "patients and appointments": an appointment is some patient's. */
function pointAsUsual(tables: readonly ReadTable[], table: ReadTable): void {
  if (!HAPPENINGS.test(table.one)) return;
  const holders = tables.filter((other) => other !== table && !HAPPENINGS.test(other.one) && !other.parents.includes(table));
  for (const holder of tables.length <= 3 ? holders : holders.slice(0, 1)) reference(table, holder);
}
