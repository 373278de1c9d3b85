/** Findings about `app.json`, `data/schema.json`, `data/samples.json` and `automations/*.json`: their shape, and what tables say about each other. */

import { positionAt } from "@edgewright/app-build";
import { type AppFacts, automationFaults, automationNameOf, isAutomationFile } from "@edgewright/automations/files";
import {
  AppManifest,
  AppSchema,
  Automation,
  type Column,
  type ColumnType,
  type FileMap,
  type Finding,
  isFile,
  isGiven,
  SampleRows,
  type Table,
} from "@edgewright/contracts";
import { faultsOf, undeclaredRoles } from "@edgewright/expressions";
import type { z } from "zod";
import { jsonPosition } from "./json-position.ts";
import { overlapProblems } from "./overlap-rules.ts";
import { unknownKeys } from "./unknown-keys.ts";

type Problem = { path: readonly PropertyKey[]; message: string };

export function checkDataFiles(files: FileMap): Finding[] {
  let tables: readonly Table[] = [];
  let roles: readonly string[] = [];
  let env: readonly string[] = [];
  const manifest = checkFile(files, "app.json", AppManifest, (found) => {
    roles = found.roles?.map(({ name }) => name) ?? [];
    env = found.env?.map(({ name }) => name) ?? [];
    return [];
  });
  const schema = checkFile(files, "data/schema.json", AppSchema, (found) => {
    tables = found.tables;
    return [...relations(found), ...faultsOf(found), ...(manifest.length === 0 ? undeclaredRoles(found, roles) : [])];
  });
  const samples = files[SAMPLES] === undefined ? [] : checkFile(files, SAMPLES, SampleRows, ({ rows }) => unknownSamples(rows, tables));
  const automations = checkAutomations(files, { schema: { tables: [...tables] }, roles, env });
  return [...manifest, ...schema, ...(schema.length === 0 ? [...samples, ...automations] : [])];
}

const SAMPLES = "data/samples.json";

const checkAutomations = (files: FileMap, facts: AppFacts): Finding[] =>
  Object.keys(files)
    .filter(isAutomationFile)
    .flatMap((path) =>
      automationNameOf(path) === null
        ? [
            {
              file: path,
              line: 1,
              column: 1,
              code: "SCHEMA",
              message: `${path}: an automation's file is called by small letters, digits and hyphens, in automations/ itself.`,
            },
          ]
        : checkFile(files, path, Automation, (automation) => automationFaults(automation, facts)),
    );

/** Sample rows have the fields of a table. */
const unknownSamples = (rows: SampleRows["rows"], tables: readonly Table[]): Problem[] =>
  Object.entries(rows).flatMap(([name, samples]): Problem[] => {
    const table = tables.find((candidate) => candidate.name === name);
    if (!table)
      return [{ path: ["rows", name], message: `There is no table "${name}"; tables: ${tables.map((one) => one.name).join(", ")}.` }];
    const fields = table.columns.map((column) => column.name);
    const given = new Set(table.columns.filter(isGiven).map((column) => column.name));
    const faultOf = (field: string, value: unknown): string | null =>
      !fields.includes(field)
        ? `There is no field "${field}"; fields: ${fields.join(", ")}.`
        : given.has(field) && value !== null
          ? `"${field}" is worked out or numbered by the platform: no sample row gives it a value.`
          : null;
    return samples.flatMap((row, place) =>
      Object.entries(row).flatMap(([field, value]) => {
        const message = faultOf(field, value);
        return message === null ? [] : [{ path: ["rows", name, place, field], message }];
      }),
    );
  });

function checkFile<T>(files: FileMap, file: string, shape: z.ZodType<T>, more: (value: T) => Problem[]): Finding[] {
  const text = files[file];
  const finding = (at: { line: number; column: number }, message: string): Finding => ({ file, ...at, code: "SCHEMA", message });
  if (text === undefined) return [finding({ line: 0, column: 0 }, `The app has no ${file}.`)];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [, offset] = /position (\d+)/.exec(said) ?? [];
    return [finding(offset ? positionAt(text, Number(offset)) : { line: 1, column: 1 }, `${file} is not valid JSON: ${said}`)];
  }
  const parsed = shape.safeParse(json);
  const problems: Problem[] = parsed.success ? [...unknownKeys(shape, json), ...more(parsed.data)] : parsed.error.issues;
  return problems.map(({ path, message }) => {
    const where = path.length > 0 ? `${path.join(".")}: ` : "";
    return finding(positionAt(text, jsonPosition(text, path)), `${where}${message}`);
  });
}

/** What the shape cannot say: names are used once, references lead somewhere, a select has options. */
function relations({ tables }: AppSchema): Problem[] {
  const names = new Set(tables.map(({ name }) => name));
  return tables.flatMap((table, index) => [
    ...unknownColumns(table, ["tables", index]),
    ...overlapProblems(table, ["tables", index]),
    ...repeated(tables, index, ["tables", index, "name"], `There is another table called "${table.name}".`),
    ...table.columns.flatMap((column, at) => {
      const path = ["tables", index, "columns", at];
      const problems = repeated(table.columns, at, [...path, "name"], `The table has another column called "${column.name}".`);
      if (column.ref !== undefined && !names.has(column.ref)) {
        problems.push({ path: [...path, "ref"], message: `There is no table "${column.ref}"; tables: ${[...names].join(", ")}.` });
      }
      return [...problems, ...ofType(column, path)];
    }),
  ]);
}

type Property = "ref" | "options" | "currency" | "digits" | "prefix" | "padding" | "stars";

/** What a type needs, and what only certain types have. */
const NEEDED: Partial<Record<ColumnType, Property>> = {
  ...{ reference: "ref", references: "ref", select: "options", multiselect: "options", money: "currency" },
};
const ONLY: Partial<Record<Property, readonly ColumnType[]>> = {
  ...{ currency: ["money"], digits: ["decimal"], stars: ["rating"], prefix: ["autonumber"], padding: ["autonumber"] },
};

const NOT_OF_FILES = ["unique", "default", "min", "max", "pattern"] as const;

function ofType(column: Column, path: PropertyKey[]): Problem[] {
  const { name, type } = column;
  const needed = NEEDED[type];
  const missing = needed && column[needed] === undefined ? [{ path, message: `"${name}" is of type ${type} and needs "${needed}".` }] : [];
  const idle = Object.entries(ONLY).flatMap(([property, types]) =>
    column[property as Property] === undefined || types.includes(type)
      ? []
      : [{ path: [...path, property], message: `"${property}" means nothing for a field of type ${type}; it is for ${types.join(", ")}.` }],
  );
  const given =
    column.type === "autonumber" && (column.required || column.default !== undefined)
      ? [{ path, message: `"${name}" gets its numbers from the platform: leave out "required" and "default".` }]
      : [];
  const ofFiles = isFile(column)
    ? NOT_OF_FILES.filter((property) => column[property] !== undefined).map((property) => ({
        path: [...path, property],
        message: `"${property}" means nothing for a field of type ${type}: files have names that may be alike.`,
      }))
    : [];
  return [...missing, ...idle, ...given, ...ofFiles];
}

/** What is unique must be of fields that there are, and be looked at as an option that there is. */
const unknownColumns = ({ columns, unique = [] }: Table, path: PropertyKey[]): Problem[] => [
  ...unique.flatMap((once, at) =>
    once.columns.flatMap((name, place) =>
      columns.some((column) => column.name === name)
        ? []
        : [
            {
              path: [...path, "unique", at, "columns", place],
              message: `There is no field "${name}"; fields: ${columns.map((column) => column.name).join(", ")}.`,
            },
          ],
    ),
  ),
  ...columns.flatMap(({ options = [], looks = {} }, at) =>
    Object.keys(looks)
      .filter((option) => !options.includes(option))
      .map((option) => ({
        path: [...path, "columns", at, "looks", option],
        message: `"${option}" is none of the options: ${options.join(", ")}.`,
      })),
  ),
];

const repeated = (all: readonly { name: string }[], index: number, path: PropertyKey[], message: string): Problem[] =>
  all.findIndex(({ name }) => name === all[index]?.name) < index ? [{ path, message }] : [];
