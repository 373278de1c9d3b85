/** Carries new names into the text of a file before anything else is merged, so that what a person wrote follows them too. */
import type { AppModel } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { componentOf } from "../write/view-parts.ts";
import type { Draft } from "./draft.ts";

type Rename = [pattern: RegExp, to: string];

export function renamesOf(before: AppModel, draft: Draft): (text: string) => string {
  const renames: Rename[] = [
    ...viewRenames(draft),
    ...tableRenames(before, draft),
    ...draft.movedColumns.flatMap(({ from, to }) => (to === null ? [] : columnRenames(from, to))),
  ];
  return (text) => renames.reduce((result, [pattern, to]) => result.replace(pattern, () => to), text);
}

/** `Task`, `TaskRow`, `newTask`, `tasks`: a word, alone or at the head of a longer one. */
const word = (from: string, to: string): Rename[] => (from === to ? [] : [[new RegExp(`(?<=\\b|\\bnew)${from}(?=[A-Z]|\\b)`, "g"), to]]);

function tableRenames(before: AppModel, draft: Draft): Rename[] {
  return draft.model.schema.tables.flatMap((table) => {
    const former = before.schema.tables.find(({ name }) => name === draft.movedTables.get(table.name));
    if (!former) return [];
    const [old, now] = [namesOf(former), namesOf(table)];
    return [
      ...word(old.Types, now.Types),
      ...word(old.Type, now.Type),
      ...word(old.rows, now.rows),
      ...word(former.name, table.name),
      ...word(old.row, now.row),
    ];
  });
}

const viewRenames = (draft: Draft): Rename[] =>
  [...draft.movedViews].flatMap(([key, former]) => [...word(componentOf({ key: former }), componentOf({ key })), ...word(former, key)]);

/** As a member, as a text and in the names made of it; the title of a screen is none of them. */
const columnRenames = (from: string, to: string): Rename[] => [
  [new RegExp(`(?<!screens\\.\\w+)\\.${from}\\b`, "g"), `.${to}`],
  [new RegExp(`"${from}"`, "g"), `"${to}"`],
  ...["Options", "Tones", "Names"].map((end): Rename => [new RegExp(`\\b${from}${end}\\b`, "g"), `${to}${end}`]),
];
