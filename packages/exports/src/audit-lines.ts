/** The log as a file. A page is read when the one before has been taken, so that a log of any length needs the memory of one. */
import type { AuditFilter, AuditLine, AuditLinePage, AuditTrail } from "@edgewright/audit";
import { iso } from "@edgewright/core";
import { stringify } from "csv-stringify/sync";

export const AUDIT_MEDIA = { csv: "text/csv; charset=utf-8", jsonl: "application/x-ndjson" } as const;
export type ExportFormat = keyof typeof AUDIT_MEDIA;

const PAGE = 2000;

/** Every column, the place in the chain and the hash too: what was exported bears witness to what the log was. */
const row = (line: AuditLine) => ({
  at: iso(line.at),
  id: line.id,
  action: line.action,
  subject: line.subject,
  project_id: line.projectId,
  project: line.projectName,
  actor_kind: line.actorKind,
  actor_id: line.actorId,
  actor: line.actorName,
  person_id: line.personId,
  ip: line.ip,
  user_agent: line.userAgent,
  request_id: line.requestId,
  detail: line.detail,
  before: line.before,
  after: line.after,
  number: line.number,
  hash: line.hash,
});

const WRITE: Record<ExportFormat, (lines: AuditLine[], first: boolean) => string> = {
  jsonl: (lines) => lines.map((line) => `${JSON.stringify(row(line))}\n`).join(""),
  // A cell that a spreadsheet would take for a formula is made a text: names and addresses are what anybody typed.
  csv: (lines, first) =>
    stringify(lines.map(row), {
      header: first,
      columns: COLUMNS,
      escape_formulas: true,
      cast: { object: (value) => JSON.stringify(value) },
    }),
};
const COLUMNS = [
  ...["at", "id", "action", "subject", "project_id", "project", "actor_kind", "actor_id", "actor", "person_id"],
  ...["ip", "user_agent", "request_id", "detail", "before", "after", "number", "hash"],
];

export async function exportLines(
  trail: Pick<AuditTrail, "list" | "pathFor">,
  filter: AuditFilter,
  format: ExportFormat,
): Promise<ReadableStream<Uint8Array>> {
  const path = await trail.pathFor(filter);
  const encoder = new TextEncoder();
  let cursor: string | null = null;
  let first = true;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const page: AuditLinePage = await trail.list(filter, { cursor, limit: PAGE }, path);
        const text = WRITE[format](page.items, first);
        if (text !== "") controller.enqueue(encoder.encode(text));
        [cursor, first] = [page.cursor, false];
        if (cursor === null) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
