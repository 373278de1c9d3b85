/** Several writes, also of several tables, that belong together: an order and its items, a row and the stock that it takes. */
import { requestOnce } from "./request-once.ts";
import type { Row } from "./types.ts";

type Values = Record<string, unknown>;
/**
 * In fields that refer to rows, `{ $row: 0 }` stands for the row of the first of the writes. `revision`, when given, must be the
 * row's present one.
 */
export type RowWrite =
  | { do: "create"; table: string; values: Values }
  | { do: "update"; table: string; id: string; values: Values; revision?: number }
  | { do: "upsert"; table: string; by: string; values: Values }
  | { do: "increment"; table: string; id: string; by: Record<string, number> }
  | { do: "remove"; table: string; id: string; revision?: number }
  | { do: "restore"; table: string; id: string };

/** Does all of them, in their order, or none: it then rejects with a DataError. At most 200. Resolves with the row of each. */
export const writeAll = (writes: RowWrite[]): Promise<Row<Values>[]> => requestOnce<Row<Values>[]>("writes", { writes });
