/** Does what operations ask of an app's look and of what it begins with. Each returns why it cannot, or null. */
import { saidOfStyles } from "../words/styles.ts";
import type { Draft } from "./draft.ts";
import type { Operation } from "./operation.ts";

type Of<K extends Operation["do"]> = Extract<Operation, { do: K }>;

export function style(draft: Draft, { styles }: Of<"style">): string | null {
  draft.styles.push(...styles);
  draft.told.push(saidOfStyles(styles));
  return null;
}

export function currency(draft: Draft, { currency: code }: Of<"currency">): string | null {
  draft.model.currency = code;
  for (const column of draft.model.schema.tables.flatMap(({ columns }) => columns)) if (column.type === "money") column.currency = code;
  draft.told.push(`Amounts of money are now shown in ${code}.`);
  return null;
}

export function samples(draft: Draft, { on }: Of<"samples">): string | null {
  const { model } = draft;
  if (!on && model.samples === undefined) return "The app has no sample rows.";
  // What was pasted is in by now, and stays.
  if (on) delete model.pasted;
  if (on) model.samples = (model.samples ?? 0) + 1;
  else delete model.samples;
  draft.told.push(
    on
      ? "There are sample rows in it again. “Clear samples” at the top of the app takes all of them out."
      : "The sample rows are gone; rows that people added stay.",
  );
  return null;
}
