/** Rows of an app as a file that spreadsheets open. A page is read when the one before has been taken. */
import {
  type AppPerson,
  type AppSchema,
  type Column,
  type DataRow,
  filesIn,
  isFile,
  type Outcome,
  type RowPage,
  type RowQuery,
  type Table,
} from "@edgewright/contracts";
import { zipStream } from "@edgewright/storage";
import { stringify } from "csv-stringify/sync";
import { sheetPieces, workbookFiles } from "./workbook.ts";

export const ROW_FORMATS = ["csv", "xlsx", "json"] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];
export const ROW_MEDIA: Record<RowFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
};

export type RowSource = {
  table: Table;
  tables: AppSchema["tables"];
  query: RowQuery;
  list(table: string, query: RowQuery): Promise<Outcome<RowPage>>;
  people(): Promise<AppPerson[]>;
};

const PAGE = 1000;
const encoder = new TextEncoder();

export function exportRowsAs(format: RowFormat, source: RowSource): ReadableStream<Uint8Array> {
  if (format === "xlsx") return zipStream(workbookFiles(source.table.label, sheetPieces(source.table.columns, readable(source))));
  return streamOf(format === "csv" ? csvPieces(source) : jsonPieces(source));
}

async function* pagesOf({ table, query, list }: RowSource, name = table.name, asked = query): AsyncGenerator<DataRow[]> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list(name, { ...asked, limit: PAGE, cursor });
    if (!page.ok) throw new Error(`The export broke off: ${page.error.message}`);
    yield page.value.rows;
    cursor = page.value.cursor;
  }
}

/** The values of each row in the order of the columns, as people read them: rows and people by their names. */
async function* readable(source: RowSource): AsyncGenerator<unknown[][]> {
  const { columns } = source.table;
  const names = await namesFor(source);
  const named = (column: Column, value: unknown) => {
    if (isFile(column))
      return filesIn(value)
        .map(({ name }) => name)
        .join(", ");
    const known = names.get(column.type === "user" ? PEOPLE : (column.ref ?? ""));
    const shown = known ? [value ?? []].flat().map((id) => known.get(String(id)) ?? String(id)) : value;
    return Array.isArray(shown) ? shown.join(", ") : shown;
  };
  for await (const rows of pagesOf(source)) yield rows.map((row) => columns.map((column) => named(column, row[column.name] ?? null)));
}

/** By table, and people under a name that no table has: what each id is called. */
const PEOPLE = "(people)";

async function namesFor(source: RowSource): Promise<Map<string, Map<string, string>>> {
  const { columns } = source.table;
  const names = new Map<string, Map<string, string>>();
  if (columns.some(({ type }) => type === "user")) names.set(PEOPLE, new Map((await source.people()).map(({ id, name }) => [id, name])));
  for (const ref of new Set(columns.flatMap((column) => column.ref ?? []))) {
    const target = source.tables.find(({ name }) => name === ref);
    const called = target && (target.columns.find(({ type }) => type === "text") ?? target.columns[0]);
    if (!called) continue;
    const of = new Map<string, string>();
    names.set(ref, of);
    for await (const rows of pagesOf(source, ref, { ...source.query, filters: [], sort: [], search: undefined }))
      for (const row of rows) if (typeof row[called.name] === "string") of.set(row.id, String(row[called.name]));
  }
  return names;
}

/** With the mark by which spreadsheets know the encoding. What they would take for a formula is made a text. */
async function* csvPieces(source: RowSource): AsyncGenerator<string> {
  const { columns } = source.table;
  yield `\uFEFF${stringify([columns.map(({ label }) => label)], { escape_formulas: true })}`;
  for await (const rows of readable(source))
    yield stringify(
      rows.map((row) => row.map((value, index) => plain(columns[index], value))),
      { escape_formulas: true, cast: { boolean: (value) => (value ? "yes" : "no"), object: (value) => JSON.stringify(value) } },
    );
}

const plain = (column: Column | undefined, value: unknown): unknown => {
  if (column?.type !== "duration" || typeof value !== "number") return value;
  const two = (part: number) => String(Math.floor(part) % 60).padStart(2, "0");
  return `${Math.floor(value / 3600)}:${two(value / 60)}:${two(value)}`;
};

/** A list of rows as the API gives them. */
async function* jsonPieces(source: RowSource): AsyncGenerator<string> {
  let before = "[\n";
  for await (const rows of pagesOf(source)) {
    if (rows.length === 0) continue;
    yield before + rows.map((row) => JSON.stringify(row)).join(",\n");
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await pieces.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
