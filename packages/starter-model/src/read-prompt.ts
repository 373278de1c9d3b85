/** What the model makes of a prompt, as data: the door by which readings are measured. */

import { type AppModel, isMoney, type View } from "./app-model.ts";
import { decideNewApp } from "./decide/new-app.ts";
import type { Word } from "./read/account.ts";
import type { BuiltReading } from "./read/model.ts";
import { understand } from "./read/understand.ts";

export type PromptReading = {
  name: string;
  tables: {
    name: string;
    label: string;
    columns: { name: string; label: string; type: string; options?: string[]; ref?: string; unique?: boolean; required?: boolean }[];
  }[];
  views: { kind: string; table: string }[];
  /** `asked` is the clause in the person's own words. */
  needs: { kind: string; table: string; built: boolean; asked: string }[];
  /** What each word became. */
  words: Word[];
  leftOut: string[];
  asks: string | null;
  text: string;
};

export function readingOf(prompt: string): PromptReading {
  const { built, left, words } = understand(prompt);
  const decision = decideNewApp(prompt, {});
  const nameOf = new Map(built.needs.map((need) => [need, built.tables.get(need.table)?.name ?? ""]));
  return {
    name: built.model.manifest.name,
    tables: tablesOf(built),
    views: viewsOf(built.model, built),
    needs: built.needs.map((need) => ({ kind: need.kind, table: nameOf.get(need)!, built: need.built, asked: need.clause })),
    words,
    leftOut: left.map(({ clause }) => clause),
    asks: decision.kind === "ask" ? decision.question : null,
    text: decision.kind === "ask" ? decision.question : decision.summary,
  };
}

const tablesOf = ({ model, read }: BuiltReading): PromptReading["tables"] =>
  model.schema.tables.map(({ name, label, columns }) => ({
    name,
    label,
    columns: columns.map((column) => ({
      name: column.name,
      label: column.label,
      type: read.get(column) ?? (isMoney(column) ? "money" : column.type),
      ...(column.options && { options: column.options }),
      ...(column.ref && { ref: column.ref }),
      ...(column.unique && { unique: true }),
      ...(column.required && { required: true }),
    })),
  }));

/** What a screen answers, where it is called otherwise. */
const SHOWN_AS: Partial<Record<View["kind"], string>> = { form: "public-form", free: "availability" };

/** The screens, and what each list and chart has on it. */
function viewsOf({ views }: AppModel, { needs, tables }: BuiltReading): PromptReading["views"] {
  const screens = views.flatMap((view) => {
    if (view.kind === "foreign") return [];
    const kind =
      SHOWN_AS[view.kind] ?? (view.kind === "list" && view.where.length > 0 ? "special-list" : view.kind === "list" ? "table" : view.kind);
    return [{ kind, table: view.table }];
  });
  const within = needs.filter(({ built }) => built).map(({ kind, table }) => ({ kind, table: tables.get(table)!.name }));
  return [...screens, ...within];
}
