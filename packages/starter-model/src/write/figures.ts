/** Numbers above a list: the totals that they are read from and the tiles in which they stand, written and read back. */
import type { Column, Table } from "@edgewright/contracts";
import { type Condition, type FigureOf, findColumn, isMoney, type ShareOf } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { attribute, element, LINE_WIDTH, listing } from "./code.ts";
import type { SourceFile } from "./source-file.ts";
import { filterEntry } from "./view-parts.ts";

type Written = { hooks: string[]; tiles: string };

/** One call for all figures of the same rows. `within`: the conditions of the list itself. */
export function figureTiles(file: SourceFile, table: Table, figures: readonly FigureOf[], within: readonly Condition[]): Written {
  const there = figures.filter(({ column }) => column === null || findColumn(table, column));
  if (there.length === 0) return { hooks: [], tiles: "" };
  const shown = there.filter(({ share }) => !share);
  if (shown.length > 0) file.use("@edgewright/app-kit", "useTotals");
  const groups = new Map<string, FigureOf[]>();
  for (const figure of shown) groups.set(JSON.stringify(figure.where), [...(groups.get(JSON.stringify(figure.where)) ?? []), figure]);
  const constants = [...groups.values()].map((group, index) => ({ group, name: index === 0 ? "totals" : `${group[0]!.name}Totals` }));
  const values = new Map(constants.flatMap(({ group, name }) => group.map((figure) => [figure, `${name}.all?.${figure.name}`] as const)));
  const tiles = there.map((figure) =>
    figure.share ? shareTile(file, table, figure, figure.share) : tile(file, table, figure, values.get(figure) ?? "0"),
  );
  return {
    hooks: constants.map(({ group, name }) => `const ${name} = ${totalsCall(file, table, group, [...within, ...group[0]!.where])};`),
    tiles: element(file.component("Figures", "Figure"), [], tiles, 6),
  };
}

export function totalsCall(file: SourceFile, table: Table, figures: readonly FigureOf[], where: readonly Condition[]): string {
  const entries = figures.map(({ name, of, column }) => `${name}: { of: "${of}"${column === null ? "" : `, column: "${column}"`} }`);
  const filters = where.map((condition) => listing("{", filterEntry(file, condition), "}"));
  const parts = [
    listing("figures: {", entries, "}", entries.length > 1 ? LINE_WIDTH : 20),
    ...(filters.length > 0 ? [listing("filters: [", filters, "]", filters.length > 1 ? LINE_WIDTH : 20)] : []),
  ];
  return listing(`useTotals("${table.name}", {`, parts, "})", parts.length > 1 ? LINE_WIDTH : 30);
}

function tile(file: SourceFile, table: Table, { label, column }: FigureOf, value: string): string {
  const of = column === null ? undefined : findColumn(table, column);
  return element(file.component("Figure"), [attribute("label", label), `value={${formatted(file, of, value)}}`], [], 8);
}

function shareTile(file: SourceFile, table: Table, { label, column }: FigureOf, { part, among }: ShareOf): string {
  const { row, rows } = namesOf(table);
  const isOneOf = (options: readonly string[]) =>
    `(${row}) => ${options.map((option) => `${row}.${column} === ${JSON.stringify(option)}`).join(" || ")}`;
  const share = `${file.use("../lib/rows", "shareOf")}(${rows}.rows, ${isOneOf(among)}, ${isOneOf(part)})`;
  return element(file.component("Figure"), [attribute("label", label), `value={${share}}`], [], 8);
}

/** A number as it is written for people, like the values of the column that it is made of. */
export const formatted = (file: SourceFile, of: Column | undefined, value: string): string =>
  `${file.use("../lib/format", of && isMoney(of) ? "formatMoney" : "formatNumber")}(${value})`;

const CALL = /const \w+ = useTotals\("\w+", \{([\s\S]*?)\}\);\n/g;
const FIGURE = /(\w+): \{ of: "(count|sum|avg)"(?:, column: "(\w+)")? \}/g;
const TILE = /<Figure\s+label=(?:"([^"]*)"|\{("(?:[^"\\]|\\.)*")\})\s+value=\{\w+\(\w+\.all\?\.(\w+)\)\}/g;

/** `conditionsIn` reads the filters of one call; those of the list itself come first. */
export function figuresIn(text: string, within: readonly Condition[], conditionsIn: (call: string) => Condition[]): FigureOf[] {
  const labels = new Map([...text.matchAll(TILE)].map(([, plain, escaped, name]) => [name!, plain ?? String(JSON.parse(escaped!))]));
  return [...text.matchAll(CALL)].flatMap(([, call]) =>
    [...call!.matchAll(FIGURE)].flatMap(([, name, of, column]): FigureOf[] => {
      const label = labels.get(name!);
      return label === undefined
        ? []
        : [{ name: name!, label, of: of as FigureOf["of"], column: column ?? null, where: conditionsIn(call!).slice(within.length) }];
    }),
  );
}
