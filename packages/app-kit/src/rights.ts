/** What whoever is there may do with the rows of a table. Said by the platform, which refuses the rest. */
import type { Cannot, Row } from "./types.ts";

type SomeRow = Partial<Row<object>>;
export type Rights = {
  create: boolean;
  update(row: SomeRow): boolean;
  delete(row: SomeRow): boolean;
  /** Adding a row, or changing the one that has an id. */
  save(row: SomeRow): boolean;
};

export function rightsOf(cannot: Cannot): Rights {
  const may = (refused: boolean | string[], { id }: SomeRow) =>
    Array.isArray(refused) ? id === undefined || !refused.includes(id) : !refused;
  const update = (row: SomeRow) => may(cannot.update, row);
  return {
    create: !cannot.create,
    update,
    delete: (row) => may(cannot.delete, row),
    save: (row) => (row.id === undefined ? !cannot.create : update(row)),
  };
}
