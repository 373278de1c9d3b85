/** An import of rows into a table: they are handed in and looked at, and only then written, all of them or none. */
import { z } from "zod";
import { JsonValue } from "./json.ts";

export const IMPORT_ROWS_MAX = 100_000;
/** So many are handed in at once. */
export const IMPORT_CHUNK_MAX = 1000;

/** `key`: a unique field. A row that is there with the same value is changed; without a key every row is a new one. */
export const BeginImport = z.object({ key: z.string().max(63).nullable().default(null) });
export type BeginImport = z.infer<typeof BeginImport>;

/**
 * Values by field. An empty one (null) leaves a new row its default, and empties the field of a row that is there. `first` is the
 * number of the first row, by which it is spoken of, such as that of its line in a file; null in place of a row: there is none with this number.
 */
export const ImportRows = z.object({
  first: z.int().min(1).max(10_000_000),
  rows: z
    .array(z.record(z.string().max(100), JsonValue).nullable())
    .min(1)
    .max(IMPORT_CHUNK_MAX),
});
export type ImportRows = z.infer<typeof ImportRows>;

/** `leaveOut`: rows that do not fit are left out; else nothing is written while there are some. */
export const WriteImport = z.object({ leaveOut: z.boolean().default(false) });
export type WriteImport = z.infer<typeof WriteImport>;

/** Why a row cannot be there: by field, and as a sentence. */
export const ImportProblem = z.object({ row: z.int(), fields: z.record(z.string(), z.string()), message: z.string() });
export type ImportProblem = z.infer<typeof ImportProblem>;

/**
 * `reading`: rows are handed in, and none is written. `undoing`: a row was refused after all, or somebody cancelled; what was written
 * is taken back. `problems`: the first of them by row, of `problemCount`. `left`: rows that could not be taken back, since
 * another row has come to need them.
 */
export const RowImport = z.object({
  id: z.string(),
  table: z.string(),
  stage: z.enum(["reading", "writing", "done", "undoing", "undone"]),
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  written: z.int(),
  problems: z.array(ImportProblem),
  problemCount: z.int(),
  left: z.int(),
});
export type RowImport = z.infer<typeof RowImport>;
