/** An app's model written out as the files that are its own; the template's other files stay as they are. */
import { automationFile } from "@edgewright/automations/files";
import type { Column, FileMap } from "@edgewright/contracts";
import type { AppModel, View } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { appFile, manifestFile, schemaFile, screensFile } from "./app-files.ts";
import { boardView } from "./board-view.ts";
import { calendarView } from "./calendar-view.ts";
import { chartView } from "./chart-view.ts";
import { dailyView } from "./daily-view.ts";
import { dataFile } from "./data-file.ts";
import { formFile } from "./form-file.ts";
import { formView } from "./form-view.ts";
import { freeView } from "./free-view.ts";
import { listView } from "./list-view.ts";
import { overviewView } from "./overview-view.ts";
import { pagedTables, pageView } from "./page-view.ts";
import { pollView } from "./poll-view.ts";
import { pastedFile, SAMPLES_PATH, samplesFile } from "./samples-file.ts";
import { tableFile } from "./table-file.ts";
import { pagePath, viewPath } from "./view-parts.ts";

export function writeView(model: AppModel, view: Exclude<View, { kind: "foreign" }>): string {
  switch (view.kind) {
    case "list":
      return listView(model, view);
    case "board":
      return boardView(model, view);
    case "calendar":
      return calendarView(model, view);
    case "chart":
      return chartView(model, view);
    case "form":
      return formView(model, view);
    case "daily":
      return dailyView(model, view);
    case "poll":
      return pollView(model, view);
    case "free":
      return freeView(model, view);
    case "overview":
      return overviewView(model, view);
  }
}

export function writeApp(app: AppModel): FileMap {
  const whole = inItsCurrency(app);
  const model = withoutGiven(whole);
  const files: FileMap = {
    "app.json": manifestFile(model),
    "data/schema.json": schemaFile(whole),
    "src/App.tsx": appFile(model),
    "src/screens.ts": screensFile(model),
  };
  if (model.pasted) files[SAMPLES_PATH] = pastedFile(model, model.pasted);
  else if (model.samples !== undefined) files[SAMPLES_PATH] = samplesFile(model, model.samples);
  for (const table of model.schema.tables) {
    const { Type } = namesOf(table);
    files[`src/data/${table.name}.ts`] = dataFile(model, table);
    files[`src/forms/${Type}Form.tsx`] = formFile(model, table.name);
    files[`src/tables/${Type}Table.tsx`] = tableFile(model, table.name);
  }
  for (const [name, automation] of Object.entries(model.automations ?? {}))
    files[automationFile(name)] = `${JSON.stringify(automation, null, 2)}\n`;
  for (const view of model.views) if (view.kind !== "foreign") files[viewPath(view)] = writeView(model, view);
  for (const table of pagedTables(model)) files[pagePath(table)] = pageView(model, table.name);
  return files;
}

const withColumns = (model: AppModel, change: (columns: Column[]) => Column[]): AppModel => ({
  ...model,
  schema: { tables: model.schema.tables.map((table) => ({ ...table, columns: change(table.columns) })) },
});

/** An amount of which nothing else is said is in the app's currency. */
const inItsCurrency = (model: AppModel): AppModel =>
  withColumns(model, (columns) =>
    columns.map((column) => (column.type === "money" && !column.currency ? { ...column, currency: model.currency } : column)),
  );

/** Who added a row is noted by the platform, for its rules: no form asks for it. */
const withoutGiven = (model: AppModel): AppModel =>
  withColumns(model, (columns) => columns.filter(({ type, default: given }) => type !== "user" || given !== "user()"));
