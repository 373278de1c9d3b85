/** The checks that a table makes of each row that is written. What cannot be said, as a field is empty, holds. */
import type { Column, Table } from "@edgewright/contracts";
import { evaluate } from "@edgewright/expressions";
import { personOf } from "./policy.ts";
import { conditionIn } from "./rules.ts";
import type { Values } from "./validate.ts";
import { storedField, type View } from "./view.ts";

type Written = { values: Values; before: Values | null; changed: readonly Column[] };

/** What those say that do not hold. One that speaks of no changed field is not asked again. */
export function failedChecks(view: View, written: Written): string[] {
  const { table, live, stored } = view;
  const same = new Map(live?.columns.map(({ name }) => [name, name]));
  const messages = [...failedIn(view, table, stored, written), ...(live && live !== table ? failedIn(view, live, same, written) : [])];
  return [...new Set(messages)];
}

function failedIn(view: View, table: Table, stored: ReadonlyMap<string, string>, { values, before, changed }: Written): string[] {
  const touched = new Set(changed.map(({ name }) => storedField(view, name)));
  const { actor, now, day: today } = view;
  return (table.checks ?? []).flatMap(({ condition, message }) => {
    const { compiled, kinds } = conditionIn({ table, stored }, condition, true);
    if (!compiled || (before && ![...compiled.fields].some((name) => touched.has(stored.get(name) ?? name)))) return [];
    const named = (from: Values) => Object.fromEntries([...stored].map(([name, storedName]) => [name, from[storedName]]));
    const holds = evaluate(compiled, { kinds, row: named(values), old: named(before ?? {}), user: personOf(actor), now, today });
    return holds === false ? [message] : [];
  });
}
