/** The tables and fields that `data/schema.json` declares, as far as it can be read. */

/** Field names by table, with those that every row has. */
export type Tables = Map<string, Set<string>>;

const ROW_FIELDS = ["id", "createdAt", "updatedAt", "createdBy", "revision"];

/** null when the file is missing or not as it should be, which is told elsewhere. */
export function tablesOf(text: string | undefined): Tables | null {
  if (text === undefined) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const tables = listOf(json, "tables");
  if (!tables) return null;
  const found: Tables = new Map();
  for (const table of tables) {
    const name = nameOf(table);
    const columns = listOf(table, "columns");
    if (name === null || !columns) return null;
    found.set(name, new Set([...ROW_FIELDS, ...columns.flatMap((column) => nameOf(column) ?? [])]));
  }
  return found;
}

const listOf = (value: unknown, key: string): unknown[] | null => {
  const list = typeof value === "object" && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;
  return Array.isArray(list) ? list : null;
};

const nameOf = (value: unknown): string | null =>
  typeof value === "object" && value !== null && "name" in value && typeof value.name === "string" ? value.name : null;
