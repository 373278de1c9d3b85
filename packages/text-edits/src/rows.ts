/** An edit beside the lines of the file that it is about. Made by the merge, read by all that decides what its lines become. */
import { type Block, compareRows, type Stretch } from "./block.ts";

export type Rows = {
  search: Block;
  replace: Block;
  /** The file's own lines for the rows of the search. */
  own: readonly string[];
  stretches: readonly Stretch[];
  /** For each row of the replacement the row of the search that it is alike to; -1 for new ones. */
  mates: readonly number[];
  /** Rows of the search, and so of the replacement, that were left out by the model and taken from the file. */
  elided: ReadonlySet<number>;
};

export function rowsOf(search: Block, replace: Block, own: readonly string[], elided: ReadonlySet<number>): Rows {
  const stretches = compareRows(search.rows, replace.rows);
  const mates = replace.rows.map(() => -1);
  for (const { same, from, newFrom, newTo } of stretches) {
    if (same) for (let row = newFrom; row < newTo; row++) mates[row] = from + row - newFrom;
  }
  return { search, replace, own, stretches, mates, elided };
}
