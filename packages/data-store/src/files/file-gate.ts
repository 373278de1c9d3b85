/**
 * Which files a row may hold: those that whoever writes has handed in, or sees in a row. So nobody reads another's file by
 * naming it in a row of their own. What a field says of a file is the platform's, whatever was sent.
 */
import { type Column, type FileValue, filesIn, isFile, isPicture, type Outcome, type RowWriter } from "@edgewright/contracts";
import { at, type Sql } from "@edgewright/core";
import { reaches, seesField } from "../policy.ts";
import { authorOf, ROW_COLUMNS, type StoredRow } from "../sql.ts";
import type { Tables } from "../tables.ts";
import { invalid, type Values } from "../validate.ts";
import { storedField, type View } from "../view.ts";
import type { FileRecords, StoredFile } from "./file-records.ts";

const NOT_THERE = "names a file that was not uploaded, or not by you";
/** A file that more rows hold than these is looked for in these. */
const ROWS_LOOKED_AT = 200;

type Named = { id: string };

export class FileGate {
  private readonly deps: { sql: Sql; tables: Tables; records: FileRecords };

  constructor(deps: { sql: Sql; tables: Tables; records: FileRecords }) {
    this.deps = deps;
  }

  /** The values to be stored, with files as they are kept; or which field names one that it may not. `row`: the one that is changed. */
  settle(view: View, writer: RowWriter, values: Values, row: StoredRow | null): Outcome<Values> {
    const settled: Values = { ...values };
    const fields: Record<string, string> = {};
    for (const column of view.table.columns.filter(isFile)) {
      const stored = storedField(view, column.name);
      const given = values[stored];
      if (given === null || given === undefined) continue;
      const files = [given].flat().map((one) => this.fileFor(writer, column, (one as Named).id, row));
      const problem = files.find((one) => typeof one === "string");
      if (problem !== undefined) fields[column.name] = String(problem);
      else settled[stored] = column.type === "files" ? files : at(files, 0);
    }
    return Object.keys(fields).length > 0 ? invalid(view.table, fields) : { ok: true, value: settled };
  }

  private fileFor(writer: RowWriter, { type }: Column, id: string, row: StoredRow | null): FileValue | string {
    const file = this.deps.records.find(id);
    const whole = file && this.deps.records.whole(file);
    if (!whole || !this.mayName(writer, file, row)) return NOT_THERE;
    return type !== "image" || isPicture(whole.type) ? whole : "must be a picture: PNG, JPEG, GIF, WebP or AVIF";
  }

  private mayName(writer: RowWriter, { id, author }: StoredFile, row: StoredRow | null): boolean {
    const { actor } = writer;
    const me = authorOf(actor);
    if (me !== null && author === me) return true;
    const rows = this.deps.records.rowsOf(id, ROWS_LOOKED_AT);
    // Visitors have no names, and server code acts for whoever asked it: of them, whoever knows the id was told it at the upload.
    if (rows.length === 0) return actor.kind === "app" || (actor.kind === "visitor" && author === null);
    return rows.some((one) => one === row?.id || this.sees(writer, one, id));
  }

  /** Whether they may see a field that holds the file, in a row. */
  private sees(writer: RowWriter, rowId: string, id: string): boolean {
    const [row] = this.deps.sql.all<StoredRow>(`select ${ROW_COLUMNS} from rows where id = ?`, rowId);
    const view = row && this.deps.tables.liveView(writer, row.table_name);
    if (!row || !view || !reaches(view, "read", row)) return false;
    const values: Values = JSON.parse(row.json);
    return view.table.columns.some(
      (column) => isFile(column) && filesIn(values[column.name]).some((file) => file.id === id) && seesField(view, column.name, row),
    );
  }
}

/** The files in a row's values, where its table has fields of them. */
export const heldFiles = ({ table, stored, live }: Pick<View, "live"> & Partial<View>, values: Values): string[] => {
  const own = (table?.columns ?? []).filter(isFile).map(({ name }) => stored?.get(name) ?? name);
  const others = (live?.columns ?? []).filter(isFile).map(({ name }) => name);
  return [...new Set([...own, ...others])].flatMap((name) => filesIn(values[name]).map(({ id }) => id));
};
