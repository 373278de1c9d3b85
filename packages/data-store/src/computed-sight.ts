/**
 * Who sees a computed field: unless its own policy says so, whoever sees all that it follows from. Of its own row, that is what
 * they may see there; of other rows, they must be ones who may see that field of every row, or what they may not see would show
 * in what the others come to.
 */
import type { AppSchema } from "@edgewright/contracts";
import { type ComputedField, computedFields, type Source } from "@edgewright/expressions";
import { seesAll, seesFieldOfAll } from "./policy.ts";
import { type FieldRules, NOBODY, type Rule } from "./rules.ts";
import type { View } from "./view.ts";

/** Adds to the rules of a view's computed fields. `bare`: a table of the live version without them. */
export function guardComputed(view: View, current: AppSchema, bare: (table: string) => View | undefined): View {
  const computed = computedFields(current);
  if (!computed.some(({ table }) => table === view.storedTable)) return view;
  const views = new Map<string, View>();
  const viewOf = (table: string): View | undefined => {
    const known = views.get(table) ?? (table === view.storedTable ? view : bare(table));
    if (known) views.set(table, known);
    return known;
  };
  for (const field of computed) {
    const own = viewOf(field.table);
    if (own) views.set(field.table, guarded(own, field, viewOf));
  }
  return views.get(view.storedTable) ?? view;
}

function guarded(view: View, { column, sources }: ComputedField, viewOf: (table: string) => View | undefined): View {
  if (column.policy?.read !== undefined) return view;
  const rules = sources.flatMap((source) => ruleOf(source, view, viewOf));
  if (rules.length === 0) return view;
  const before: FieldRules = view.fields.get(column.name) ?? {};
  return { ...view, fields: new Map(view.fields).set(column.name, { ...before, read: [...(before.read ?? []), ...rules] }) };
}

function ruleOf({ of, table, field }: Source, view: View, viewOf: (table: string) => View | undefined): Rule[] {
  if (of === "row") return view.fields.get(field)?.read ?? [];
  const other = viewOf(table);
  return other && seesAll(other) && seesFieldOfAll(other, field) ? [] : [NOBODY];
}
