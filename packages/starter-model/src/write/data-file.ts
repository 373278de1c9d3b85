/** `src/data/<table>.ts`: the type of a row, the rules for its form and the values of its lists of options. */
import { type Column, calledDefault, isComputed, isFile, type Table } from "@edgewright/contracts";
import type { AppModel } from "../app-model.ts";
import { inSentence } from "../words/inflect.ts";
import { namesOf, withArticle } from "../words/table-names.ts";
import { code, LINE_WIDTH, listing, quoted } from "./code.ts";
import { fromTodayFunction, fromTodayOf } from "./from-today.ts";
import { SourceFile } from "./source-file.ts";
import { hasTones, toneOf } from "./tones.ts";

export const optionsName = (column: Column): string => `${column.name}Options`;
export const tonesName = (column: Column): string => `${column.name}Tones`;
export const isChoice = (column: Column): boolean =>
  (column.type === "select" || column.type === "multiselect") && (column.options?.length ?? 0) > 0;

export function dataFile(model: AppModel, table: Table): string {
  const file = new SourceFile();
  const { one, row, Type } = namesOf(table);
  file.use("@edgewright/app-kit", "type Row");
  file.use("zod", "z");
  file.use("../lib/form", "type Draft");
  if (table.columns.some(isFile)) file.use("../lib/files", FILE);
  const choices = table.columns.filter(isChoice);
  const sections = [
    choices
      .map((column) => listing(`export const ${optionsName(column)} = [`, (column.options ?? []).map(quoted), "] as const;"))
      .join("\n"),
    code`
      ${schema(table)}
      export type ${Type} = z.infer<typeof ${row}Schema>;
      export type ${Type}Row = Row<${Type}>;
    `,
    listing(
      `export const new${Type}: Draft<${Type}> = {`,
      table.columns.map((column) => `${column.name}: ${initial(column)}`),
      "};",
    ),
    ...tones(file, choices),
    ...fromTodayOf(model, table).map((counted) => fromTodayFunction(file, table, counted)),
  ];
  return file.print(
    sections.filter(Boolean).join("\n\n"),
    `/** What ${withArticle(one)} is: its values, the rules for them, and what there is to choose from. */`,
  );
}

function schema(table: Table): string {
  const { row } = namesOf(table);
  const fields = table.columns.map((column) => `  ${column.name}: ${rule(column)},`);
  const order = orderRule(table);
  if (!order) return [`export const ${row}Schema = z.object({`, ...fields, "});"].join("\n");
  return [`export const ${row}Schema = z`, "  .object({", ...fields.map((field) => `  ${field}`), "  })", order].join("\n");
}

function tones(file: SourceFile, choices: Column[]): string[] {
  const meant = choices.filter((column) => column.type === "select" && hasTones(column.options ?? []));
  if (meant.length > 0) file.use("../components/Badge", "type Tone");
  return meant.map((column) => {
    const entries = (column.options ?? []).map((option) => `${propertyName(option)}: ${quoted(toneOf(option))}`);
    return listing(`export const ${tonesName(column)}: Record<(typeof ${optionsName(column)})[number], Tone> = {`, entries, "};");
  });
}

/** What a form takes for a file. */
const FILE = "fileSchema";

const propertyName = (option: string): string => (/^[A-Za-z_]\w*$/.test(option) ? option : quoted(option));

const initial = (column: Column): string =>
  column.type === "boolean" && !isComputed(column)
    ? String(column.default ?? false)
    : column.default === undefined || calledDefault(column)
      ? "null"
      : JSON.stringify(column.default);

/** What `zod` checks as one types. An empty field is `null`, so that a required one needs no further rule. */
export function rule(column: Column): string {
  if (column.type === "boolean") return isComputed(column) ? "z.boolean().nullable()" : "z.boolean()";
  const verb = ["select", "multiselect", "reference", "references", "date", "datetime", "time"].includes(column.type) ? "Choose" : "Enter";
  const missing = column.required ? quoted(`${verb} the ${inSentence(column.label)}`) : "";
  return `${base(column, missing)}${column.required ? "" : ".nullable()"}`;
}

function base(column: Column, missing: string): string {
  switch (column.type) {
    case "select":
      return `z.enum(${optionsName(column)}${missing && `, ${missing}`})`;
    case "multiselect":
      return `z.array(z.enum(${optionsName(column)}))${missing && `.min(1, ${missing})`}`;
    case "references":
      return `z.array(z.string())${missing && `.min(1, ${missing})`}`;
    case "email":
      return `z.email("Enter an e-mail address")`;
    case "url":
      return `z.url("Enter an address that starts with https://")`;
    case "integer":
      return `z.int("Enter a whole number")${bounds(column)}`;
    case "number":
    case "money":
    case "decimal":
      return `z.number("Enter a number")${bounds(column)}`;
    case "json":
      return "z.json()";
    case "image":
    case "file":
      return FILE;
    case "files":
      return `z.array(${FILE})`;
    default:
      return `z.string(${missing})`;
  }
}

const bounds = (column: Column): string =>
  column.format === "percent" && isComputed(column)
    ? ""
    : column.format === "percent"
      ? `.min(0, "At least 0").max(100, "At most 100")`
      : `${leastOf(column)}${mostOf(column)}`;

const leastOf = ({ min }: Column): string => (typeof min === "number" ? `.min(${min}, "At least ${min}")` : "");
const mostOf = ({ max }: Column): string => (typeof max === "number" ? `.max(${max}, "At most ${max}")` : "");

/** What lasts from one moment to another ends after it has started. */
function orderRule(table: Table): string {
  const period = periodOf(table) ?? hoursOf(table);
  if (!period) return "";
  const { row } = namesOf(table);
  const [start, end] = [`${row}.${period.start.name}`, `${row}.${period.end.name}`];
  const holds = period.start.required && period.end.required ? `${start} <= ${end}` : `!${start} || !${end} || ${start} <= ${end}`;
  const line = `  .refine((${row}) => ${holds}, { path: ["${period.end.name}"], message: "Ends before it starts" });`;
  if (line.length <= LINE_WIDTH) return line;
  return `  .refine((${row}) => ${holds}, {\n    path: ["${period.end.name}"],\n    message: "Ends before it starts",\n  });`;
}

export type Period = { start: Column; end: Column };

/** What begins and what ends, by the names of the two fields. */
const EDGES: [start: RegExp, end: RegExp][] = [
  [/^(?:start|from|begin)|(?:From|Start)$/, /^(?:end|until|till|to$|finish)|(?:To|Until|End)$/],
  [/^arriv/, /^(?:depart|leav|return)/],
  [/^checkIn/, /^checkOut/],
  [/^(?:pickUp|pickup|collect|handOut|handedOut)/, /^(?:return|dropOff|bringBack|handBack|back)/],
  [/^depart/, /^return/],
];

function edgesOf(columns: readonly Column[]): Period | null {
  for (const [starts, ends] of EDGES) {
    const start = columns.find(({ name }) => starts.test(name));
    const end = columns.find((column) => column !== start && column.type === start?.type && ends.test(column.name));
    if (start && end) return { start, end };
  }
  return null;
}

/** Two days, or two moments. */
export const periodOf = ({ columns }: Table): Period | null =>
  edgesOf(columns.filter((column) => (column.type === "date" || column.type === "datetime") && !isComputed(column)));

/** Two times of the day that another field names. */
export const hoursOf = ({ columns }: Table): (Period & { day: Column }) | null => {
  const day = columns.find(({ type }) => type === "date");
  const hours = edgesOf(columns.filter(({ type }) => type === "time"));
  return day && hours ? { ...hours, day } : null;
};
