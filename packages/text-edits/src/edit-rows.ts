/** An edit beside the lines of the file that it is about. Made by the merge, read by all that decides what its lines become. */
import { type Block, compareRows, type DiffChunk } from "./block.ts";

/** A row of the search text, and the line of the file that it was found at. */
export type PlacedRow = {
  written: string;
  /** From 0. */
  line: number;
  /** Whether the model left it out, so that it was taken from the file. */
  elided: boolean;
};

/** The same beside the file's own text of that line. */
export type OldRow = PlacedRow & { real: string };

export type NewRow = {
  text: string;
  /** The row of the search that it is alike to. */
  mate: OldRow | null;
  /** The row that it takes the place of: its mate, the one beside it where as many rows replace others, or of the last row the last. */
  replaced: OldRow | null;
};

export type EditRows = {
  search: Block;
  replace: Block;
  olds: readonly OldRow[];
  news: readonly NewRow[];
  stretches: readonly DiffChunk[];
};

export function alignRows(search: Block, replace: Block, olds: readonly OldRow[]): EditRows {
  const stretches = compareRows(search.rows, replace.rows);
  const news = stretches.flatMap(({ same, from, to, newFrom, newTo }) => {
    const old = olds.slice(from, to);
    return replace.rows.slice(newFrom, newTo).map((text, index, { length }): NewRow => {
      const beside = old.length === length ? old[index] : index === length - 1 ? old.at(-1) : undefined;
      const replaced = beside ?? null;
      return { text, replaced, mate: same ? replaced : null };
    });
  });
  return { search, replace, olds, news, stretches };
}
