/** From the app as it is and its changed model to what is done to its files. What a person edited stays. */
import type { FileMap } from "@edgewright/contracts";
import type { AppModel } from "../app-model.ts";
import type { ToolUse } from "../decide/decision.ts";
import { withAccent } from "../words/colours.ts";
import { FORMAT_PATH, withCurrency } from "../words/currency.ts";
import { withStyles } from "../words/styles.ts";
import { namesOf } from "../words/table-names.ts";
import { escaped } from "../write/code.ts";
import { writeApp } from "../write/index.ts";
import { componentOf, pagePath } from "../write/view-parts.ts";
import type { Draft } from "./draft.ts";
import { editsBetween, mergeInto } from "./merge.ts";
import { renamesOf } from "./renames.ts";

export type FileChanges = {
  uses: ToolUse[] /** Places that were left as a person wrote them. */;
  kept: string[] /** Edited places that still use a field that is gone. */;
  inUse: string[];
};

export function changedFiles(before: AppModel, draft: Draft, actual: FileMap): FileChanges {
  const [old, now] = [writeApp(before), writeApp(draft.model)];
  const changes: FileChanges = { uses: [], kept: [], inUse: [] };
  const from = movesOf(before, draft);
  const renamed = renamesOf(before, draft);
  const gone = new Set(Object.keys(old).filter((path) => !Object.hasOwn(now, path)));
  for (const [path, text] of Object.entries(now)) {
    const source = Object.hasOwn(old, path) ? path : (from.get(path) ?? path);
    gone.delete(source);
    if (source === path && old[path] === text) continue;
    changeFile(changes, draft, { renamed, path, source, before: old[source], after: text, actual: actual[source] });
  }
  for (const path of gone) removeFile(changes, path, old[path]!, actual[path]);
  changes.uses.push(...themeChanges(before, draft, actual));
  return changes;
}

type Changing = {
  renamed: (text: string) => string;
  path: string;
  source: string;
  before: string | undefined;
  after: string;
  actual: string | undefined;
};

function changeFile(changes: FileChanges, draft: Draft, { renamed, path, source, before, after, actual }: Changing): void {
  if (actual === undefined) {
    changes.uses.push({ tool: "write_file", input: { path, text: after } });
    return;
  }
  const edited = before !== undefined && actual !== before && !path.endsWith(".json");
  const merged =
    path.endsWith(".json") || before === undefined ? { text: after, kept: [] } : mergeInto(renamed(actual), renamed(before), after);
  const { text } = merged;
  if (edited) {
    changes.inUse.push(...leftOver(draft, path, text));
    if (merged.kept.length > 0) changes.kept.push(`${path} at line ${merged.kept[0]}`);
  }
  if (source !== path) changes.uses.push({ tool: "rename_file", input: { from: source, to: path } });
  if (text === actual) return;
  const edits = editsBetween(actual, text);
  changes.uses.push(edits ? { tool: "edit_file", input: { path, edits } } : { tool: "write_file", input: { path, text } });
}

/** A screen that a person edited is not thrown away with its entry in the navigation. */
function removeFile(changes: FileChanges, path: string, before: string, actual: string | undefined): void {
  if (actual === undefined) return;
  if (actual !== before) changes.kept.push(`${path}, which was edited by hand and is now deleted; it is in the version before this one`);
  changes.uses.push({ tool: "delete_file", input: { path } });
}

/** Where the file of a renamed table or screen came from. */
function movesOf(before: AppModel, draft: Draft): Map<string, string> {
  const moves = new Map<string, string>();
  for (const table of draft.model.schema.tables) {
    const former = before.schema.tables.find(({ name }) => name === draft.movedTables.get(table.name));
    if (!former) continue;
    const [now, old] = [namesOf(table), namesOf(former)];
    moves.set(`src/data/${table.name}.ts`, `src/data/${former.name}.ts`);
    moves.set(`src/forms/${now.Type}Form.tsx`, `src/forms/${old.Type}Form.tsx`);
    moves.set(`src/tables/${now.Type}Table.tsx`, `src/tables/${old.Type}Table.tsx`);
    moves.set(pagePath(table), pagePath(former));
  }
  for (const [key, former] of draft.movedViews)
    moves.set(`src/views/${componentOf({ key })}.tsx`, `src/views/${componentOf({ key: former })}.tsx`);
  return moves;
}

const concerns = (draft: Draft, text: string, table: string): boolean =>
  text.includes(`/data/${table}"`) ||
  text.includes(`/data/${draft.movedTables.get(table) ?? table}"`) ||
  text.includes(`${table}Schema`) ||
  text.includes("z.object(");

function leftOver(draft: Draft, path: string, text: string): string[] {
  const lines = text.split("\n");
  return draft.movedColumns.flatMap(({ table, from, to }) => {
    if (to !== null || !concerns(draft, text, table)) return [];
    const at = lines.findIndex((line) => new RegExp(`\\.${from}\\b|\\b(?:field|choice)\\("${from}"\\)|name: "${from}"`).test(line));
    return at < 0 ? [] : [`${path} at line ${at + 1}`];
  });
}

function themeChanges(before: AppModel, { model: after, styles }: Draft, actual: FileMap): ToolUse[] {
  const uses: ToolUse[] = [];
  const replace = (path: string, text: string | null) => {
    const old = actual[path];
    if (old === undefined || text === null || text === old) return;
    const edits = editsBetween(old, text);
    uses.push(edits ? { tool: "edit_file", input: { path, edits } } : { tool: "write_file", input: { path, text } });
  };
  const css = actual["src/styles.css"] ?? "";
  const accented = after.accent === before.accent ? css : (withAccent(css, after.accent) ?? css);
  replace("src/styles.css", withStyles(accented, styles));
  if (after.currency !== before.currency) replace(FORMAT_PATH, withCurrency(actual[FORMAT_PATH] ?? "", after.currency));
  if (after.manifest.name !== before.manifest.name) {
    const html = actual["index.html"] ?? "";
    replace(
      "index.html",
      html.replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(after.manifest.name)}</title>`),
    );
  }
  return uses;
}
