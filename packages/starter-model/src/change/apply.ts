/** Does an operation to the draft, or says why it cannot be done. Afterwards "it" means what it was about. */
import * as automations from "./apply-automations.ts";
import * as fields from "./apply-fields.ts";
import * as lists from "./apply-lists.ts";
import * as look from "./apply-look.ts";
import * as roles from "./apply-roles.ts";
import * as screens from "./apply-screens.ts";
import * as tables from "./apply-tables.ts";
import type { Focus } from "./clause.ts";
import type { Draft } from "./draft.ts";
import type { Operation } from "./operation.ts";

/** Why it was not done; `null` once it is. */
export function apply(draft: Draft, operation: Operation): string | null {
  switch (operation.do) {
    case "add-fields":
      return fields.addFields(draft, operation);
    case "remove-field":
      return fields.removeField(draft, operation);
    case "rename-field":
      return fields.renameField(draft, operation);
    case "retype-field":
      return fields.retypeField(draft, operation);
    case "require":
      return fields.requireField(draft, operation);
    case "bound-field":
      return fields.boundField(draft, operation);
    case "unique":
      return fields.uniqueField(draft, operation);
    case "default":
      return fields.defaultValue(draft, operation);
    case "move-field":
      return fields.moveField(draft, operation);
    case "set-options":
      return fields.setOptions(draft, operation);
    case "field-to-table":
      return tables.fieldToTable(draft, operation);
    case "add-tables":
      return tables.addTables(draft, operation);
    case "remove-table":
      return tables.removeTable(draft, operation);
    case "rename-table":
      return tables.renameTable(draft, operation);
    case "relate":
      return tables.relate(draft, operation);
    case "main":
      return screens.mainThing(draft, operation);
    case "rename-role":
      return roles.renameRole(draft, operation);
    case "remove-role":
      return roles.removeRole(draft, operation);
    case "meet":
      return lists.meet(draft, operation);
    case "add-screen":
      return screens.addScreen(draft, operation);
    case "remove-screen":
      return screens.removeScreen(draft, operation);
    case "rename-screen":
      return screens.renameScreen(draft, operation);
    case "screen-first":
      return screens.screenFirst(draft, operation);
    case "sort":
      return lists.sort(draft, operation);
    case "filter":
      return lists.filter(draft, operation);
    case "add-figures":
      return lists.addFigures(draft, operation);
    case "remove-figures":
      return lists.removeFigures(draft, operation);
    case "mark":
      return lists.mark(draft, operation);
    case "list-tool":
      return lists.listTool(draft, operation);
    case "group":
      return lists.group(draft, operation);
    case "count-from-today":
      return fields.countDays(draft, operation);
    case "hide-field":
      return lists.hideField(draft, operation);
    case "automate":
      return automations.automate(draft, operation);
    case "stop-automation":
      return automations.stopAutomation(draft, operation);
    case "style":
      return look.style(draft, operation);
    case "currency":
      return look.currency(draft, operation);
    case "samples":
      return look.samples(draft, operation);
    case "policy":
      return screens.policy(draft, operation);
    case "field-policy":
      return fields.fieldPolicy(draft, operation);
    case "open-form":
      return screens.openForm(draft, operation);
    case "link":
      return screens.link(draft, operation);
    case "call-app":
      return screens.callApp(draft, operation);
    case "icon":
      return screens.icon(draft, operation);
    case "accent":
      return screens.accent(draft, operation);
  }
}

export function focusAfter(draft: Draft, focus: Focus, operation: Operation): Focus {
  const { model, movedColumns, movedTables } = draft;
  const view = model.views.at(-1)?.key ?? null;
  switch (operation.do) {
    case "add-fields": {
      const last = operation.columns.at(-1);
      return { table: operation.table, field: last ? { table: operation.table, column: last.name } : null, view: null };
    }
    case "rename-field": {
      const to = movedColumns.at(-1);
      return {
        ...focus,
        table: operation.at.table,
        field: to?.to && to.from === operation.at.column ? { table: operation.at.table, column: to.to } : operation.at,
      };
    }
    case "remove-field":
      return { table: operation.at.table, field: null, view: null };
    case "retype-field":
    case "require":
    case "bound-field":
    case "unique":
    case "default":
    case "move-field":
    case "hide-field":
    case "field-policy":
    case "set-options":
      return { table: operation.at.table, field: operation.at, view: null };
    case "field-to-table":
    case "add-tables":
      return { table: model.schema.tables.at(-1)?.name ?? null, field: null, view: null };
    case "rename-table":
      return { table: [...movedTables].find(([, former]) => former === operation.table)?.[0] ?? operation.table, field: null, view: null };
    case "relate":
      return { table: operation.from, field: null, view: null };
    case "open-form":
      return { table: operation.table, field: null, view };
    case "add-screen":
      return {
        table: operation.wish.table,
        field: operation.wish.kind === "board" ? { table: operation.wish.table, column: operation.wish.by } : null,
        view,
      };
    case "screen-first":
    case "rename-screen":
      return { ...focus, view: operation.key };
    case "sort":
    case "filter":
    case "add-figures":
    case "remove-figures":
    case "mark":
    case "list-tool":
    case "group":
    case "policy":
    case "main":
    case "meet":
      return { ...focus, table: operation.table };
    case "count-from-today":
      return { ...focus, table: operation.counted.table };
    case "accent":
    case "call-app":
    case "icon":
    case "style":
      // "It" was the app.
      return { ...focus, field: null, view: null };
    default:
      return focus;
  }
}
