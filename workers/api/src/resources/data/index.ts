/** Operations on data. */
import type { Operation } from "../../http/operation.ts";
import { beginFile } from "./begin-file.ts";
import { beginImport } from "./begin-import.ts";
import { cancelImport } from "./cancel-import.ts";
import { createRow } from "./create-row.ts";
import { deleteRow } from "./delete-row.ts";
import { exportRows } from "./export-rows.ts";
import { getDataOpenapi } from "./get-data-openapi.ts";
import { getDataSchema } from "./get-data-schema.ts";
import { getRow } from "./get-row.ts";
import { importRows } from "./import-rows.ts";
import { incrementRow } from "./increment-row.ts";
import { listDeletedRows } from "./list-deleted-rows.ts";
import { listPeople } from "./list-people.ts";
import { listRowChanges } from "./list-row-changes.ts";
import { listRows } from "./list-rows.ts";
import { listTableChanges } from "./list-table-changes.ts";
import { planSchema } from "./plan-schema.ts";
import { putFilePart } from "./put-file-part.ts";
import { putThumbnail } from "./put-thumbnail.ts";
import { readImport } from "./read-import.ts";
import { readRowFile } from "./read-row-file.ts";
import { readUpload } from "./read-upload.ts";
import { restoreRow } from "./restore-row.ts";
import { totalRows } from "./total-rows.ts";
import { updateRow } from "./update-row.ts";
import { upsertRow } from "./upsert-row.ts";
import { writeImport } from "./write-import.ts";
import { writeRows } from "./write-rows.ts";

export const DATA: readonly Operation[] = [
  ...[getDataSchema, planSchema, listTableChanges, listPeople, listRows, totalRows, createRow],
  ...[getRow, listRowChanges, updateRow, upsertRow, incrementRow, deleteRow, restoreRow, writeRows],
  ...[listDeletedRows, getDataOpenapi],
  ...[exportRows, beginImport, importRows, writeImport, readImport, cancelImport],
  ...[beginFile, readUpload, putFilePart, putThumbnail, readRowFile],
];
