/** `data/samples.json` of an app: rows that show it at work from the first moment, until somebody clears them. */
import { z } from "zod";
import { JsonValue } from "./json.ts";

/** The ids of sample rows begin so, which no other's do. */
export const SAMPLE_ID = "row_sample";
/** The ids of rows that a version brought along as its author's own begin so. */
export const BROUGHT_ID = "row_pasted";
export const isSampleId = (id: string): boolean => id.startsWith(SAMPLE_ID);

/** A day counted from the one on which the rows are put in: `today`, `today+3`; a moment `today-1 09:30`, in UTC. */
export const SAMPLE_DAY = /^today([+-]\d{1,5})?(?: ([01]\d|2[0-3]):([0-5]\d))?$/;

/**
 * `set`: another number replaces the rows that the former one put in. `rows`: by table, those first to which the rows of later
 * ones refer. In place of a row's id stands its number among the samples of its table, from 1. `own`: they are no samples, but the author's rows,
 * which are put in once and for good.
 */
export const SampleRows = z.object({
  set: z.int().min(1).max(9999),
  own: z.boolean().optional(),
  rows: z.record(z.string().max(63), z.array(z.record(z.string(), JsonValue)).max(500)),
});
export type SampleRows = z.infer<typeof SampleRows>;
