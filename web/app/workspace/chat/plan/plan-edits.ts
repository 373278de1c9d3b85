/** A plan while a person goes over it before it is done: titles, order, what is struck. Pure; drawn by PlanApproval. */
import type { PlanStep } from "@edgewright/contracts";
import { z } from "zod";
import { movedBefore } from "../reorder.ts";

/** By step id. Steps that are not named stand at the end, as proposed. */
export const PlanEdits = z.object({ order: z.array(z.string()), titles: z.record(z.string(), z.string()), struck: z.array(z.string()) });
export type PlanEdits = z.infer<typeof PlanEdits>;

export const asProposed: PlanEdits = { order: [], titles: {}, struck: [] };

export type EditedStep = PlanStep & { struck: boolean };

export function editedPlan(steps: readonly PlanStep[], { order, titles, struck }: PlanEdits): EditedStep[] {
  const placeOf = ({ id }: PlanStep) => (order.includes(id) ? order.indexOf(id) : order.length);
  return steps
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((step) => ({ ...step, title: titles[step.id] ?? step.title, struck: struck.includes(step.id) }));
}

/** To the place that `before` has now; null: last. */
export function moveStep(steps: readonly PlanStep[], edits: PlanEdits, id: string, before: string | null): PlanEdits {
  const ids = editedPlan(steps, edits).map((step) => step.id);
  return { ...edits, order: movedBefore(ids, id, before) };
}

export const renameStep = (edits: PlanEdits, id: string, title: string): PlanEdits => ({
  ...edits,
  titles: { ...edits.titles, [id]: title },
});

export const strikeStep = (edits: PlanEdits, id: string): PlanEdits => ({
  ...edits,
  struck: edits.struck.includes(id) ? edits.struck.filter((other) => other !== id) : [...edits.struck, id],
});

/** What is approved: a title that was emptied stays as proposed. */
export const approvedSteps = (steps: readonly PlanStep[], edits: PlanEdits): PlanStep[] =>
  editedPlan(steps, edits)
    .filter((step) => !step.struck)
    .map(({ id, title, files }) => ({ id, title: title.trim() || (steps.find((step) => step.id === id)?.title ?? title), files }));
