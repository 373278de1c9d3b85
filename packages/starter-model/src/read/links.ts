/** Which table belongs to which: by a field that is called like another table, by what was said, and by what is usual. */
import { singular } from "../words/inflect.ts";
import type { ReadField } from "./field.ts";
import { HAPPENINGS, PEOPLE } from "./happenings.ts";
import type { Outline, ReadTable } from "./outline.ts";
import { saidLinks } from "./said-links.ts";

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
const EDGE = /^(?:start|end|from|to|until|till|begin|finish)$/;

/** What has a day of its own begins and ends at an hour of it; what is booked, at a moment. */
function timeEdges({ one, fields }: ReadTable): void {
  const edges = fields.filter(({ label, type }) => type === "date" && EDGE.test(label.toLowerCase()));
  const dated = fields.some(({ label, type }) => type === "date" && /^(?:date|day)$/i.test(label));
  if (edges.length < 2 || !(dated || BOOKED.test(one))) return;
  for (const edge of edges) edge.type = dated ? "time" : "datetime";
}

export function linkTables({ tables }: Outline, text = ""): void {
  for (const table of tables) timeEdges(table);
  for (const table of tables) for (const field of table.fields) pointAtTable(tables, table, field);
  for (const table of tables) adoptChildren(tables, table);
  for (const table of tables) for (const parent of table.parents) reference(table, parent, true);
  for (const [table, other] of saidLinks(tables, text)) if (!HAPPENINGS.test(other.one) && !isLinked(table, other)) reference(table, other);
  for (const table of tables) if (!pointsAnywhere(table, tables)) pointAsUsual(tables, table);
  for (const table of tables) if (OF_SOMEBODY.test(table.one)) pointAtWho(tables, table);
}

/** "max participants": how many there are, and not which. */
const COUNTED = /^(?:max|maximum|min|minimum|number of|no of|count of|how many|total|expected|planned number of) |^how many$/;

function pointAtTable(tables: readonly ReadTable[], table: ReadTable, field: ReadField): void {
  if (field.options || !["text", "longtext", "integer", "boolean", "money", "image", "file"].includes(field.type)) return;
  const shown = words(field.label);
  if (COUNTED.test(shown)) return;
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
    !target && (/^(?:parents?|father|mother)$/.test(shown) ? PEOPLE.test(table.one) : SUBORDINATES.test(table.one) && LEADS.test(shown))
      ? table
      : undefined;
  const to = target ?? itself;
  if (!to || (field.type === "boolean" && to.one !== label)) return;
  const many =
    /s$/.test(field.label.trim()) && singular(field.label.toLowerCase()) !== field.label.toLowerCase() && !/'s$/.test(field.label);
  field.type = many ? "references" : "reference";
  field.ref = to.one;
}

const LEADS = /^(?:manager|supervisor|reports to|line manager)$/;
const SUBORDINATES = /\b(?:employee|staff member|colleague|worker|person|team member)$/;

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

const OF_SOMEBODY = /\b(?:attendance|presence|absence|participation|sign-?up|registration|enrol?lment|rsvp|vote|check-in)$/;

/** "singers, rehearsals, and the attendance per rehearsal": who was there is one of the people, where there are people of one kind. */
function pointAtWho(tables: readonly ReadTable[], table: ReadTable): void {
  const people = tables.filter((other) => other !== table && PEOPLE.test(other.one));
  const free = tables.filter((other) => other !== table && !table.parents.includes(other) && !isLinked(table, other));
  const [who, ...others] = people.length > 0 ? people : /^attendance$/.test(table.one) ? free : [];
  const isSaid = table.fields.some(({ label, type }) => type === "text" && (PEOPLE.test(words(label)) || /^(?:name|who)$/i.test(label)));
  if (who && others.length === 0 && !isSaid && !isLinked(table, who)) reference(table, who);
}
