/** The rules of a table and its fields, read once: words, and conditions over the fields as their own version names them. */
import { Audience, type DataAction, roleCondition, roleOfRule, type Table, TablePolicy } from "@edgewright/contracts";
import { type Compiled, compile, type Kind, kindsOf } from "@edgewright/expressions";

/** `compiled` null: it cannot be read, and so holds of nothing. `stored`: what the live version calls each field. `role`: that of the app which it asks for, and nothing else. */
export type Condition = { compiled: Compiled | null; kinds: ReadonlyMap<string, Kind>; stored: ReadonlyMap<string, string>; role?: string };
export type Rule = Audience | Condition;
/** Holds of nobody, whatever else is said. */
export const NOBODY: Condition = { compiled: null, kinds: new Map(), stored: new Map() };

export const ACTIONS: readonly DataAction[] = ["read", "create", "update", "delete"];

export type TableRules = Record<DataAction, Rule[]> & { server: DataAction[] };
export type FieldRules = { read?: Rule[]; write?: Rule[] };

/** Of a table that the live version does not have: nobody has said who may see its rows, so each sees their own. */
const OWN_ROWS: TablePolicy = { read: "owner", create: "owner", update: "owner", delete: "owner" };

type Version = { table: Table; stored: ReadonlyMap<string, string> };

/** What all of `asked` and `live` allow. */
export function tableRules(asked: Version, live: Version | undefined): TableRules {
  const one = policyIn(asked.table);
  const other = live ? policyIn(live.table) : OWN_ROWS;
  const both = (action: DataAction): Rule[] => [
    ruleOf(one[action], asked, action === "update"),
    ruleOf(other[action], live ?? asked, action === "update"),
  ];
  return {
    ...{ read: both("read"), create: both("create"), update: both("update"), delete: both("delete") },
    server: (one.server ?? []).filter((action) => other.server?.includes(action)),
  };
}

/** By stored names. Who may not see a field does not write it either, unless it says so. */
export function fieldRules(versions: readonly Version[]): Map<string, FieldRules> {
  const rules = new Map<string, FieldRules>();
  for (const version of versions)
    for (const { name, policy } of version.table.columns) {
      if (!policy) continue;
      const stored = version.stored.get(name) ?? name;
      const { read = "anyone", write = read } = policy;
      const before = rules.get(stored);
      rules.set(stored, {
        read: [...(before?.read ?? []), ruleOf(read, version, false)],
        write: [...(before?.write ?? []), ruleOf(write, version, true)],
      });
    }
  return rules;
}

const policyIn = (table: Table): TablePolicy => TablePolicy.parse(table.policy ?? {});

const known = new WeakMap<Table, Map<string, Compiled | null>>();

function ruleOf(text: string, version: Version, old: boolean): Rule {
  const word = Audience.safeParse(text);
  if (word.success) return word.data;
  const role = roleOfRule(text);
  return role === null ? conditionIn(version, text, old) : { ...conditionIn(version, roleCondition(role), old), role };
}

export function conditionIn({ table, stored }: Version, text: string, old: boolean): Condition {
  const kinds = kindsOf(table.columns);
  return { compiled: compiledIn(table, text, old), kinds, stored };
}

function compiledIn(table: Table, text: string, old: boolean): Compiled | null {
  const ofTable = known.get(table) ?? new Map<string, Compiled | null>();
  known.set(table, ofTable);
  const name = `${old} ${text}`;
  const before = ofTable.get(name);
  if (before !== undefined) return before;
  const read = compile(text, { columns: table.columns, old, user: true });
  const compiled = read.ok ? read.value : null;
  ofTable.set(name, compiled);
  return compiled;
}
