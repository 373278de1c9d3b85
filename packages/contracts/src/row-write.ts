/** Writes of rows, as people, apps and programs ask for them. */
import { z } from "zod";
import { TimeZone } from "./time-zone.ts";

const Values = z.record(z.string(), z.unknown());
const Increments = z.record(z.string().max(100), z.number()).refine((by) => Object.keys(by).length > 0, "names no field");
/** Where whoever writes is; UTC unless it is said. It decides which day `today()` of defaults and checks is. */
const zone = TimeZone.optional();

/** `revision`, when given, must be the row's present one. */
export const WriteRow = z.object({ values: Values, revision: z.number().int().optional(), zone });
export type WriteRow = z.infer<typeof WriteRow>;
/** `POST …/tables/:table/upsert`. `by`: a unique field. */
export const UpsertRow = z.object({ by: z.string().max(100), values: Values, zone });
export type UpsertRow = z.infer<typeof UpsertRow>;
/** `POST …/rows/:id/increment`: what is added to each number, by field. */
export const IncrementRow = z.object({ by: Increments, zone });
export type IncrementRow = z.infer<typeof IncrementRow>;
/** The header `Idempotency-Key`: a write that is sent again under its key takes effect once. */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/, "has 1 to 200 printable characters");
/** As it stands in an address. */
export const RowRevision = z.coerce.number().int().min(1);

/** So many writes go together: some fifty milliseconds' work, in which nobody else's goes. */
export const WRITES_MAX = 200;

const of = { table: z.string().max(200), id: z.string().max(200) };
/**
 * One write, as the calls of the same names take it. In fields that refer to rows, `{ "$row": 0 }` stands for the row of the first of
 * the writes that it goes together with; only earlier ones can be referred to.
 */
export const RowWrite = z.discriminatedUnion("do", [
  z.object({ do: z.literal("create"), table: of.table, values: Values }),
  z.object({ do: z.literal("update"), ...of, values: Values, revision: WriteRow.shape.revision }),
  z.object({ do: z.literal("upsert"), table: of.table, by: UpsertRow.shape.by, values: Values }),
  z.object({ do: z.literal("increment"), ...of, by: Increments }),
  z.object({ do: z.literal("remove"), ...of, revision: WriteRow.shape.revision }),
  z.object({ do: z.literal("restore"), ...of }),
]);
export type RowWrite = z.infer<typeof RowWrite>;
/** `POST …/data/writes`: all of them, in their order, or none. */
export const WriteRows = z.object({ writes: z.array(RowWrite).min(1).max(WRITES_MAX), zone });
export type WriteRows = z.infer<typeof WriteRows>;
