/** What an app's own host needs of where it runs, for one request. Dispatch has it of Workers, the standalone server of Node. */
import type { AppUser, ProjectDataRpc, RowWriter, RuntimeError } from "@edgewright/contracts";

/** The rows of one app. */
export type AppRows = Pick<
  ProjectDataRpc,
  "list" | "totals" | "get" | "create" | "update" | "upsert" | "increment" | "remove" | "restore" | "writeAll"
>;

/** The files of its rows. */
export type AppFileCalls = Pick<ProjectDataRpc, "beginFile" | "readUpload" | "putFilePart" | "putThumbnail" | "readFile">;

export type AppHost = {
  /** Null: a visitor. */
  user: AppUser | null;
  /** As whom the request reads and writes rows. */
  writer: RowWriter;
  rows: AppRows;
  files: AppFileCalls;
  /** Whom a field may name. */
  people(): Promise<{ id: string; name: string }[]>;
  /** Answers a WebSocket of live changes. */
  live(): Response | Promise<Response>;
  /** Answers a WebSocket that tells of other code. */
  reload(): Response | Promise<Response>;
  report(error: RuntimeError): Promise<unknown>;
};
