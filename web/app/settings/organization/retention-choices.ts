/** How long an audit log may be kept, as choices. Used by Retention. */
import type { Choice } from "../../components/Select.tsx";

export const FOREVER = "forever";

const USUAL = [
  [30, "30 days"],
  [90, "90 days"],
  [365, "A year"],
  [1095, "Three years"],
  [3650, "Ten years"],
] as const;

/** `kept` stays among them, though the API may have set another number. */
export function retentionChoices(kept: number | null): Choice[] {
  const days = new Map<number, string>(USUAL);
  if (kept !== null && !days.has(kept)) days.set(kept, `${kept} days`);
  const ordered = [...days].sort(([one], [other]) => one - other);
  return [{ value: FOREVER, label: "For good" }, ...ordered.map(([value, label]) => ({ value: String(value), label }))];
}

export const retentionDays = (choice: string): number | null => (choice === FOREVER ? null : Number(choice));
