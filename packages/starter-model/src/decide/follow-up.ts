/** A request about an app that is there: what changes in it, and what was left as it is. */
import type { FileMap, PlanStep } from "@edgewright/contracts";
import type { AppModel } from "../app-model.ts";
import { changedFiles } from "../change/files.ts";
import { type Change, readChange } from "../change/index.ts";
import { inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { beyond, listed, saidOf, withoutBeyond } from "./beyond.ts";
import { type Decision, pathOf, type ToolUse } from "./decision.ts";
import { WHO_I_AM } from "./new-app.ts";

export function decideFollowUp(request: string, model: AppModel, files: FileMap): Decision {
  const limits = beyond(request);
  const change = readChange(model, limits.length > 0 ? withoutBeyond(request) : request);
  const { draft } = change;
  if (draft.told.length === 0) return nothingToDo(change, model, limits.length > 0 ? saidOf(limits) : "");
  const { uses, kept, inUse } = changedFiles(model, draft, files);
  if (inUse.length > 0)
    return {
      kind: "tell",
      summary: `I left this as it is: ${listed(inUse)}, edited by hand, still use what would go. Change that first, then ask again.`,
    };
  if (uses.length === 0) return { kind: "tell", summary: "The app is already like that." };
  const notes = [
    ...draft.refused,
    kept.length > 0 ? `These places were edited by hand and I left them: ${listed(kept)}.` : "",
    change.left.length > 0 ? `I did not understand ${listed(change.left.map((clause) => `“${shown(clause)}”`))}.` : "",
    limits.length > 0 ? saidOf(limits) : "",
  ];
  return { kind: "work", intro: "", steps: stepsFor(uses, draft.told), uses, summary: [...draft.told, ...notes].filter(Boolean).join(" ") };
}

const shown = (clause: string) => inSentence(clause.replace(/⟦\d+⟧/g, "")).slice(0, 80);

function nothingToDo({ draft }: Change, model: AppModel, limits: string): Decision {
  if (draft.refused.length > 0) return { kind: "tell", summary: [...new Set(draft.refused), limits].filter(Boolean).join(" ") };
  if (limits) return { kind: "tell", summary: `${limits} Nothing was changed.` };
  return {
    kind: "ask",
    question: `I did not understand that as a change to this app. ${WHO_I_AM} I can add, rename or remove fields and tables, add a board, calendar, chart or filtered list, and change titles, colours, sorting and options. What should change?`,
    suggestions: suggestionsFor(model),
  };
}

/** Changes that this very app could take. */
function suggestionsFor({ schema, views }: AppModel): string[] {
  const table = schema.tables[0]!;
  const { many, one } = namesOf(table);
  const select = table.columns.find(({ type }) => type === "select");
  const day = table.columns.find(({ type }) => type === "date" || type === "datetime");
  const has = (kind: string) => views.some((view) => view.kind === kind);
  return [
    `Add a notes field to ${many}`,
    select && !has("board")
      ? `Add a board of ${many} by ${inSentence(select.label)}`
      : `Add a status (open, in progress, done) to each ${one}`,
    day && !has("calendar") ? `Show ${many} on a calendar` : `Sort ${many} by ${inSentence(table.columns[0]!.label)}`,
    "Make the accent green",
  ];
}

function stepsFor(uses: ToolUse[], told: string[]): PlanStep[] {
  const paths = [...new Set(uses.map(pathOf))];
  const data = paths.filter((path) => /^data\/|^src\/data\//.test(path));
  const rest = paths.filter((path) => !data.includes(path));
  const title = (text: string) => text.replace(/[.;].*$/, "").slice(0, 90);
  const steps: PlanStep[] = [];
  if (data.length > 0) steps.push({ id: "data", title: rest.length > 0 ? "Tables and fields" : title(told[0] ?? "Tables"), files: data });
  if (rest.length > 0)
    steps.push({ id: "screens", title: data.length > 0 ? "Forms and screens" : title(told[0] ?? "Screens"), files: rest });
  return steps;
}
