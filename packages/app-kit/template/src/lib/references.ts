/** Rows of another table by name: for columns that show them and fields that choose them. */
import { useTable } from "@edgewright/app-kit";

export function useReference(table: string, display: string) {
  const { rows } = useTable<Record<string, unknown>>(table, { sort: [{ column: display }] });
  const options = rows.map((row) => ({ id: row.id, name: String(row[display] ?? "") }));
  return { options, nameOf: (id: string | null | undefined) => options.find((option) => option.id === id)?.name ?? "" };
}
