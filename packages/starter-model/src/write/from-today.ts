/** Numbers that follow from a day of a row and today, such as an age: written as functions of a row, and read back. */
import type { Table } from "@edgewright/contracts";
import { type AppModel, type FromToday, findColumn } from "../app-model.ts";
import { camelCase, inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { listing } from "./code.ts";
import type { SourceFile } from "./source-file.ts";

export const fromTodayOf = ({ fromToday }: AppModel, { name, columns }: Table): FromToday[] =>
  fromToday.filter(({ table, column }) => table === name && columns.some((one) => one.name === column));

const functionOf = ({ label }: FromToday): string => `${camelCase(label)}Of`;

/** `export const ageOf = ({ birthday }: Pick<Client, "birthday">) => …;` */
export function fromTodayFunction(file: SourceFile, table: Table, counted: FromToday): string {
  const { column, what, label } = counted;
  const day = `${file.use("date-fns", "parseISO")}(${column})`;
  const count = file.use("date-fns", what === "yearsSince" ? "differenceInYears" : "differenceInCalendarDays");
  const between = what === "daysUntil" ? `${count}(${day}, new Date())` : `${count}(new Date(), ${day})`;
  const named = inSentence(findColumn(table, column)?.label ?? column);
  const said = `${what === "yearsSince" ? "years" : "days"} ${what === "daysUntil" ? `from today to ${named}` : `from ${named} to today`}`;
  return [
    `/** ${label}: ${said}. */`,
    `export const ${functionOf(counted)} = ({ ${column} }: Pick<${namesOf(table).Type}, "${column}">) =>`,
    `  ${column} ? ${between} : null;`,
  ].join("\n");
}

/** What to put between tags: `formatNumber(ageOf(client))`. */
export const fromTodayValue = (file: SourceFile, table: Table, counted: FromToday, row: string): string =>
  `${file.use("../lib/format", "formatNumber")}(${file.use(`../data/${table.name}`, functionOf(counted))}(${row}))`;

/** It stands in a list as a column of its own, and goes with the day that it follows from. */
export const fromTodayEntry = (file: SourceFile, table: Table, counted: FromToday, row: string): string =>
  listing(
    "{",
    [
      `name: "${counted.column}"`,
      `label: ${JSON.stringify(counted.label)}`,
      `align: "right"`,
      `sortBy: ${file.use(`../data/${table.name}`, functionOf(counted))}`,
      `render: (${row}) => ${fromTodayValue(file, table, counted, row)}`,
    ],
    "}",
    6,
  );

const FUNCTION =
  /\/\*\* ([^\n]+?): (years|days) from [^\n]*\*\/\nexport const \w+Of = \(\{ (\w+) \}: [^\n]*\n {2}\w+ \? differenceIn\w+\((new Date\(\)|parseISO)/g;

export const fromTodayIn = (table: string, text: string): FromToday[] =>
  [...text.matchAll(FUNCTION)].map(([, label, unit, column, first]) => ({
    table,
    label: label ?? "",
    what: unit === "years" ? "yearsSince" : first === "parseISO" ? "daysUntil" : "daysSince",
    column: column ?? "",
  }));
