/** The tables of an app as a model reads them: one line for each field. Used by the outline and the tool data_schema. */
import { AppSchema, type Column, type FileMap, type Outcome, type TablePolicy } from "@edgewright/contracts";
import { fail, ok, textAt } from "@edgewright/core";

export const SCHEMA_PATH = "data/schema.json";

/** The text of data/schema.json, read; null when it is not what it should be. */
export function readSchema(text: string): AppSchema | null {
  try {
    return AppSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** One line for each table, for the outline. */
export const tableLines = ({ tables }: AppSchema): string[] =>
  tables.map(({ name, columns }) => `table ${name}: ${columns.map((column) => `${column.name} ${typeText(column)}`).join(", ")}`);

/** Each table with its fields and who may do what; a schema that is not right is shown as it is. */
export function tablesOf(files: FileMap): Outcome<string> {
  const text = textAt(files, SCHEMA_PATH);
  if (text === null) return fail("not_found", `The app has no ${SCHEMA_PATH}.`, { next: "Write one to keep data." });
  const schema = readSchema(text);
  return ok(schema ? schemaText(schema) : `${SCHEMA_PATH} is not a valid schema:\n${text}`);
}

function schemaText({ tables }: AppSchema): string {
  if (tables.length === 0) return "The app has no tables yet.";
  return tables
    .map(({ name, label, columns, policy, unique = [], noOverlap = [], checks = [] }) =>
      [
        `${name} (${label})${policy ? `, ${policyText(policy)}` : ""}`,
        ...columns.map((column) => `  ${column.name} (${column.label}): ${fieldText(column)}`),
        ...unique.map((once) => `  unique together: ${once.columns.join(", ")}`),
        ...noOverlap.map(({ from, to, per }) => `  no overlap: ${from} to ${to}${per.length > 0 ? ` per ${per.join(", ")}` : ""}`),
        ...checks.map(({ condition, message }) => `  check: ${condition}, else "${message}"`),
      ].join("\n"),
    )
    .join("\n\n");
}

function typeText({ type, ref, options, currency, digits, stars, prefix, padding }: Column): string {
  if (type === "reference") return `→ ${ref ?? "?"}`;
  if (type === "references") return `→ many ${ref ?? "?"}`;
  if (type === "money") return `money in ${currency ?? "?"}`;
  if (type === "decimal") return `decimal with ${digits ?? 2} digits after the point`;
  if (type === "rating") return `rating of 1 to ${stars ?? 5}`;
  if (type === "autonumber") return `autonumber such as ${prefix ?? ""}${"42".padStart(padding ?? 1, "0")}`;
  return options ? `${type}(${options.join("|")})` : type;
}

function fieldText(column: Column): string {
  const { required, unique, index, default: value, format, min, max, minLength, maxLength, pattern, policy, was } = column;
  return [
    typeText(column),
    required && "required",
    unique && "unique",
    index && "indexed",
    value !== undefined && `default ${JSON.stringify(value)}`,
    format,
    min !== undefined && `at least ${min}`,
    max !== undefined && `at most ${max}`,
    minLength && `at least ${minLength} long`,
    maxLength && `at most ${maxLength} long`,
    pattern && `matches ${pattern}`,
    ...computedText(column),
    policy?.read && `seen by ${policy.read}`,
    policy?.write && `written by ${policy.write}`,
    was && `formerly ${was.join(", ")}`,
  ]
    .filter(Boolean)
    .join(", ");
}

const computedText = ({ formula, lookup, rollup }: Column): (string | false)[] => [
  formula !== undefined && `computed: ${formula}`,
  lookup !== undefined && `computed: ${lookup.column} of ${lookup.through}`,
  rollup !== undefined &&
    `computed: ${rollup.of} of ${rollup.column ?? "rows"} in ${rollup.table} by ${rollup.through}${rollup.where ? ` where ${rollup.where}` : ""}`,
];

const policyText = ({ read, create, update, delete: remove }: TablePolicy): string =>
  `read by ${read}, created by ${create}, updated by ${update}, deleted by ${remove}`;
