/** Files in an app's rows: handing one in, and where one is read. */
import { type FileField, type FileValue, type UploadOptions, uploadTo } from "./upload/index.ts";

/** Where a file of a row is. `thumbnail`: the small picture, where there is one. */
export function fileUrl(table: string, rowId: string, column: string, file: Pick<FileValue, "id">, { thumbnail = false } = {}): string {
  const path = [table, rowId, column, file.id].map(encodeURIComponent).join("/");
  return `/_app/files/${path}${thumbnail ? "?thumbnail" : ""}`;
}

/** Hands a file in for a field of files. What it resolves with goes into the row; it rejects with a DataError, or an AbortError once cancelled. */
export const uploadFile = (file: File, field: FileField, options?: UploadOptions): Promise<FileValue> =>
  uploadTo("/_app/files", file, field, options);
