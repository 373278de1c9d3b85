/** What a generated app imports from the platform: its rows, its user, and the errors of both. */
export { DataError } from "./client.ts";
export { fileUrl, uploadFile } from "./files.ts";
export { fold } from "./fold.ts";
export type { Rights } from "./rights.ts";
export type { Bucket, Figure, Filter, FilterOp, Row, TableQuery, TotalsQuery } from "./types.ts";
export type { FileField, FileValue, UploadOptions } from "./upload/index.ts";
export { type Person, usePeople } from "./use-people.ts";
export { type RowState, useRow } from "./use-row.ts";
export { isSample, useSamples } from "./use-samples.ts";
export { type TableState, useTable } from "./use-table.ts";
export { type FiguresOf, type TotalsGroup, type TotalsState, useTotals } from "./use-totals.ts";
export { type AppUser, useAccess, useUser } from "./use-user.ts";
export { type RowWrite, writeAll } from "./write-all.ts";
