/** What an app is, as the model understands it: read from a description or from an app's files, and written out as files. */
import type { AppManifest, AppSchema, Automations, Column, RowCondition, RowSort, SampleRows, Table } from "@edgewright/contracts";

/** A filter whose value may be a day counted from today, such as `0` for today and `30` for in thirty days. */
export type Condition = Omit<RowCondition, "value" | "op"> & { op: RowCondition["op"]; value?: string | number | boolean; days?: number };

/** The icons of the navigation; they are the ones that the template's shell knows. */
export type ScreenIcon = "home" | "list" | "board" | "calendar" | "chart" | "form" | "alert" | "grid";

/** `own`: a component of lucide-react that says more than the shell's icon. */
type Screen = { key: string; title: string; icon: ScreenIcon; own?: string; path: string };

/** One number above a list: how many of its rows, or what a column of theirs comes to; of those that meet `where`, too. */
export type FigureOf = {
  name: string;
  label: string;
  of: "count" | "sum" | "avg";
  column: string | null;
  where: Condition[];
  share?: ShareOf;
};
/** A count in percent: of the rows whose option is `among` some, those whose is a `part` of them. */
export type ShareOf = { part: string[]; among: string[] };
/** What a list offers besides: to be printed, to be taken along as CSV. */
export type ListTool = "print" | "csv";

export type ListView = Screen & {
  kind: "list";
  table: string;
  where: Condition[];
  sort: RowSort[];
  figures: FigureOf[];
  tools: ListTool[];
  /** The field by whose values its rows stand together, and fields that it leaves out. */
  group?: string;
  hidden?: string[];
};
export type BoardView = Screen & { kind: "board"; table: string; by: string };
export type CalendarView = Screen & { kind: "calendar"; table: string; start: string; end: string | null };
export type ChartView = Screen & { kind: "chart"; table: string; charts: ChartOf[] };
/** The start page: how things stand in all tables. `table` is the one that rows are added to there. */
export type OverviewView = Screen & { kind: "overview"; table: string };
/** `steps`: the fields of each, where it is filled in step by step. */
export type FormView = Screen & { kind: "form"; table: string; steps?: string[][] };
/** What there is to vote for are the options of the field `by`. */
export type PollView = Screen & { kind: "poll"; table: string; by: string };
/** What is done each day: rows of `ticks`, each of a day, refer by their field `by` to what was ticked off. */
export type DailyView = Screen & { kind: "daily"; table: string; ticks: string; by: string; day: string };
/** Rows of `table` that are free between two days: to which no row of `taken` leads by its field `by` at that time. Those of one day have it as start and end. */
export type FreeView = Screen & { kind: "free"; table: string; taken: string; by: string; start: string; end: string };
/** A screen that a person wrote, or one that was changed beyond what the model knows. */
export type ForeignView = Screen & { kind: "foreign"; component: string };
export type View =
  | ListView
  | BoardView
  | CalendarView
  | ChartView
  | FormView
  | PollView
  | OverviewView
  | FreeView
  | DailyView
  | ForeignView;
export type TableView = Exclude<View, ForeignView>;

/** Bars by the values of `by`, or by month where it is a date; of the sum or the mean of a column, or of the number of rows. */
export type ChartOf = { by: string; sum: string | null; mean?: true };

/** A comparison of a row's value with a constant, a day counted from today, or another value of the row. */
export type Term = {
  column: string;
  op: "lt" | "lte" | "gt" | "gte" | "eq" | "ne" | "empty";
  value?: Condition["value"];
  days?: number;
  other?: string;
};
/** Rows that stand out wherever their table is listed: those for which every term of one alternative holds. */
export type Mark = { table: string; title: string; when: Term[][] };

/** A number that is nowhere stored: full years or days from a day of the row to today, or days from today to it. */
export type FromToday = { table: string; label: string; what: "yearsSince" | "daysSince" | "daysUntil"; column: string };

export type AppModel = {
  manifest: AppManifest;
  schema: AppSchema;
  accent: string;
  /** What amounts of money are in, such as `EUR`. */
  currency: string;
  views: View[];
  marks: Mark[];
  fromToday: FromToday[];
  /** The set of its sample rows; it has none where this is not said. */
  samples?: number;
  /** The rows that were pasted with its description: its first own ones. */
  pasted?: SampleRows["rows"];
  /** What it does by itself, by name. */
  automations?: Automations;
};

export const findTable = (model: AppModel, name: string): Table | undefined => model.schema.tables.find((table) => table.name === name);

export function tableOf(model: AppModel, name: string): Table {
  const table = findTable(model, name);
  if (!table) throw new Error(`The app has no table ${name}`);
  return table;
}

export const findColumn = (table: Table, name: string): Column | undefined => table.columns.find((column) => column.name === name);

/** What is added up and compared, amounts of money among it. */
export const isNumber = ({ type }: Pick<Column, "type">): boolean => ["number", "integer", "money", "decimal"].includes(type);
/** An amount of money; in older apps it is a number that is shown as one. */
export const isMoney = ({ type, format }: Pick<Column, "type" | "format">): boolean => type === "money" || format === "currency";

/** Columns of other tables that point at this one. */
export const referrers = (model: AppModel, name: string): { table: Table; column: Column }[] =>
  model.schema.tables.flatMap((table) =>
    table.columns.filter((column) => column.ref === name && table.name !== name).map((column) => ({ table, column })),
  );

/** A table that others point at has a page for each of its rows, which shows them. */
export const hasPage = (model: AppModel, table: string): boolean => referrers(model, table).length > 0;

const NAMING = new Set(["text", "email"]);

/** The column by which a person knows a row. */
export const displayColumn = (table: Table): Column =>
  table.columns.slice(0, 1).find((column) => column.type === "text" || column.type === "reference") ??
  table.columns.find((column) => column.type === "text" && column.required) ??
  table.columns.find((column) => NAMING.has(column.type)) ??
  table.columns[0]!;
