/** To whom a mail goes, as an automation names it: an address of the row, of a row that it refers to, a member, a role. */
import type { AppRole, Column, Table } from "@edgewright/contracts";
import type { AppModel } from "../app-model.ts";
import { inSentence, singular } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";

/** `said`: as a sentence has it. */
export type Named = { to: string; said: string };

const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const ME = /^(?:me|myself|i|admins?|administrators?|the boss|my boss)$/i;
const ALL =
  /^(?:us|we|everyone|everybody|all|all members|people|(?:the |our |my )?(?:whole )?(?:team|staff|members|group|colleagues|office))$/i;
const AUTHOR =
  /^(?:(?:the )?(?:author|reporter|requester|creator|submitter|sender)|who(?:ever)? (?:\w+ ){1,3}it|the (?:one|person) who .*)$/i;
const LEADING = /^(?:(?:the|our|my|his|her|its|their|each|all|every|a|an|that|this|responsible|assigned|right)\s+)+/i;

/** null: the fields that there are give no address. */
export function recipientOf(who: string | null, table: Table | null, model: AppModel): Named | null {
  if (who === null || ME.test(who.trim())) return { to: "admins", said: "the admins" };
  const address = ADDRESS.exec(who)?.[0];
  if (address) return { to: address, said: address };
  const said = who.trim();
  if (ALL.test(said)) return { to: "members", said: "all members" };
  const bare = singular(
    said
      .replace(LEADING, "")
      .replace(/['\u2019]s$/, "")
      .toLowerCase(),
  );
  const role = (model.manifest.roles ?? []).find((one: AppRole) => singular(one.label.toLowerCase()) === bare);
  if (role) return { to: `role:${role.name}`, said: `whoever is ${inSentence(role.label)} in the app` };
  const own = table && ofTable(bare, table, model.schema.tables);
  if (own) return own;
  return AUTHOR.test(said) && table ? { to: "author", said: `whoever added the ${namesOf(table).one}` } : null;
}

function ofTable(bare: string, table: Table, tables: readonly Table[]): Named | null {
  const like = ({ label }: Column) => {
    const own = singular(inSentence(label));
    return own === bare || own.split(" ").includes(bare) || (own.length > 3 && bare.includes(own));
  };
  const person = table.columns.find((column) => column.type === "user" && like(column));
  if (person) return { to: `{${person.name}}`, said: `whoever is its ${inSentence(person.label)}` };
  const direct = table.columns.find((column) => column.type === "email" && like(column));
  if (direct) return named(direct, table);
  const through = table.columns.find(
    (column) => column.type === "reference" && (like(column) || namesOf(tableCalled(tables, column.ref) ?? table).one === bare),
  );
  const behind = through && tableCalled(tables, through.ref);
  const further = behind?.columns.find(({ type }) => type === "email");
  if (through && behind && further)
    return { to: `{${through.name}.${further.name}}`, said: `the ${inSentence(further.label)} of its ${inSentence(through.label)}` };
  const one = namesOf(table).one;
  const only = table.columns.filter(({ type }) => type === "email");
  // "the tenant" of a table of tenants; and the one address that there is, for whoever else is meant, such as a guest.
  const isKept = table.columns.some((column) => column.type === "text" && like(column));
  if (only.length === 1 && only[0] && (isKept || one === bare || one.split(" ").includes(bare) || (!through && GENERIC.test(bare))))
    return named(only[0], table);
  return null;
}

const GENERIC =
  /^(?:customer|client|guest|person|applicant|contact|user|buyer|tenant|member|participant|patient|student|parent|owner|borrower|supplier|attendee|visitor|they|them|him|her)$/;
const named = ({ name, label }: Column, table: Table): Named => ({
  to: `{${name}}`,
  said: `the ${inSentence(label)} of the ${namesOf(table).one}`,
});
const tableCalled = (tables: readonly Table[], name: string | undefined): Table | undefined => tables.find((table) => table.name === name);
