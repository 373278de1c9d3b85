/** An app's model while a request changes it: what was done is told. */
import type { Table } from "@edgewright/contracts";
import type { AppModel } from "../app-model.ts";
import type { Style } from "../words/styles.ts";

export type Draft = {
  model: AppModel;
  told: string[];
  /** Former names of tables and screens, so that their files move along. */
  movedTables: Map<string, string>;
  movedViews: Map<string, string>;
  /** Fields that have gone or have another name, as the code calls them. */
  movedColumns: { table: string; from: string; to: string | null }[];
  /** What the theme is to look like, where that changes. */
  styles: Style[];
};

export const draftOf = (model: AppModel): Draft => ({
  model: structuredClone(model),
  told: [],
  movedTables: new Map(),
  movedViews: new Map(),
  movedColumns: [],
  styles: [],
});

/** What most screens show is what the app is about. */
export function mainTable({ model }: Draft): Table {
  const shown = (table: Table) => model.views.filter((view) => view.kind !== "foreign" && view.table === table.name).length;
  const pointing = (table: Table) => table.columns.filter(({ type }) => type === "reference").length;
  const [main] = [...model.schema.tables].sort((a, b) => shown(b) + pointing(b) - shown(a) - pointing(a));
  if (!main) throw new Error("The app has no table");
  return main;
}
