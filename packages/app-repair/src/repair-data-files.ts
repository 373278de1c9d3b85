/** Repairs of `app.json` and `data/schema.json` that need no types: JSON that is nearly JSON, and misspelt words where only certain ones are taken. */

import { checkDataFiles, jsonPosition, nearestName } from "@edgewright/app-check";
import { AppManifest, Audience, ColumnType, type FileChange, type FileMap, type Repair } from "@edgewright/contracts";

const FILES = ["app.json", "data/schema.json"];
/** More slips than that are no slips. */
const ROUNDS = 12;

export function repairDataFiles(files: FileMap): { changes: FileChange[]; repaired: Repair[] } {
  let now = files;
  const repaired: Repair[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = checkDataFiles(now);
    const step = before.length > 0 ? FILES.map((file) => better(now, file, before.length)).find(Boolean) : undefined;
    if (!step) break;
    const finding = before.find(({ file }) => file === step.path);
    now = { ...now, [step.path]: step.text };
    repaired.push({ kind: step.kind, file: step.path, line: finding?.line ?? 0, message: finding?.message ?? "" });
  }
  const changes = FILES.flatMap((path) => (now[path] === files[path] ? [] : [{ path, text: now[path] ?? null }]));
  return { changes, repaired };
}

type Step = { path: string; text: string; kind: "syntax" | "schema_name" };

/** The file with one thing put right, if that leaves fewer findings. */
function better(files: FileMap, path: string, findings: number): Step | undefined {
  const text = files[path];
  if (text === undefined) return undefined;
  const json = parsed(text);
  const steps: Step[] =
    json === undefined
      ? [{ path, text: withoutCommas(text), kind: "syntax" }]
      : path === "app.json"
        ? inManifest(json, text).map((spelt) => ({ path, text: spelt, kind: "schema_name" }))
        : inSchema(json, text).map((spelt) => ({ path, text: spelt, kind: "schema_name" }));
  return steps.find((step) => checkDataFiles({ ...files, [path]: step.text }).length < findings);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Commas before a closing bracket, as JavaScript allows them; not within texts. */
const withoutCommas = (text: string): string =>
  text.replace(/("(?:[^"\\]|\\.)*")|,(\s*[\]}])/g, (_, quoted: string | undefined, closing: string) => quoted ?? closing);

const inManifest = (json: unknown, text: string): string[] =>
  respelt(text, ["visibility"], valueAt(json, ["visibility"]), AppManifest.shape.visibility.unwrap().options);

function inSchema(json: unknown, text: string): string[] {
  const tables = list(valueAt(json, ["tables"]));
  const names = tables.flatMap((table) => textOf(valueAt(table, ["name"])) ?? []);
  return tables.flatMap((table, index) => [
    ...["read", "create", "update", "delete"].flatMap((right) =>
      respelt(text, ["tables", index, "policy", right], valueAt(table, ["policy", right]), Audience.options),
    ),
    ...list(valueAt(table, ["columns"])).flatMap((column, at) => [
      ...respelt(text, ["tables", index, "columns", at, "ref"], valueAt(column, ["ref"]), names),
      ...respelt(text, ["tables", index, "columns", at, "type"], valueAt(column, ["type"]), ColumnType.options),
    ]),
  ]);
}

/** The text with the word at `path` replaced by the one that it is near, when there is just one nearest. */
function respelt(text: string, path: (string | number)[], value: unknown, allowed: readonly string[]): string[] {
  if (typeof value !== "string" || allowed.includes(value)) return [];
  const [first, second] = nearestName(value, allowed);
  if (!first || first.distance === second?.distance) return [];
  const start = jsonPosition(text, path);
  return [`${text.slice(0, start)}${JSON.stringify(first.name)}${text.slice(start + JSON.stringify(value).length)}`];
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
const valueAt = (value: unknown, path: string[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined),
    value,
  );
