/** An organization as files: itself, its members, each project with its current files, rows and conversations, and its log. */
import { type MemberRecords, memberView, type OrganizationRecord } from "@edgewright/accounts";
import type { AuditTrail } from "@edgewright/audit";
import { archiveNames, type Clock, iso, last } from "@edgewright/core";
import type { ProjectRecord } from "@edgewright/projects";
import type { Blobs, VersionStore, ZippedFile } from "@edgewright/storage";
import { exportLines } from "./audit-lines.ts";
import type { AppRows, ExportRecords } from "./ports.ts";

export type ExportDeps = {
  members: Pick<MemberRecords, "list">;
  exports: ExportRecords;
  auditTrail: Pick<AuditTrail, "list" | "pathFor">;
  store: Pick<VersionStore, "entries">;
  blobs: Pick<Blobs, "get">;
  rows: AppRows;
  clock: Clock;
};

const PAGE = 200;

const encoder = new TextEncoder();
const json = (value: unknown) => [encoder.encode(`${JSON.stringify(value, null, 2)}\n`)];

/** Page after page, each from the id that the one before ended with. */
async function* pages<T extends { id: string }>(
  read: (page: { after: string | null; limit: number }) => Promise<T[]>,
): AsyncGenerator<T[]> {
  for (let after: string | null = null; ; ) {
    const page: T[] = await read({ after, limit: PAGE });
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    after = last(page).id;
  }
}

async function* lines<T extends { id: string }>(
  read: Parameters<typeof pages<T>>[0],
  view: (row: T) => unknown,
): AsyncGenerator<Uint8Array> {
  for await (const page of pages(read)) yield encoder.encode(page.map((row) => `${JSON.stringify(view(row))}\n`).join(""));
}

export async function* exportFiles(deps: ExportDeps, organization: OrganizationRecord): AsyncGenerator<ZippedFile> {
  const { id, createdAt, deletedAt, ...rest } = organization;
  const times = { createdAt: iso(createdAt), deletedAt: deletedAt === null ? null : iso(deletedAt), exportedAt: iso(deps.clock.now()) };
  yield { path: "organization.json", pieces: json({ id, ...rest, ...times }) };
  yield { path: "members.jsonl", pieces: lines((page) => deps.members.list(id, page), memberView) };
  for await (const page of pages((at) => deps.exports.projects(id, at))) for (const project of page) yield* projectFiles(deps, project);
  const everything = { scope: id, person: null, action: null, project: null, from: null, to: null };
  yield { path: "audit.jsonl", pieces: await exportLines(deps.auditTrail, everything, "jsonl") };
}

async function* rowLines(of: AppRows, projectId: string, table: string): AsyncGenerator<Uint8Array> {
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<AppRows["page"]>> = await of.page(projectId, table, cursor);
    if (page.rows.length > 0) yield encoder.encode(page.rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    if (page.cursor === null) return;
    cursor = page.cursor;
  }
}

async function* projectFiles(deps: ExportDeps, project: ProjectRecord): AsyncGenerator<ZippedFile> {
  const folder = `projects/${project.slug}`;
  const { createdAt, updatedAt, deletedAt, ...rest } = project;
  const times = { createdAt: iso(createdAt), updatedAt: iso(updatedAt), deletedAt: deletedAt === null ? null : iso(deletedAt) };
  yield { path: `${folder}/project.json`, pieces: json({ ...rest, ...times }) };
  const messages = lines(
    (page) => deps.exports.messages(project.id, page),
    (message) => ({ ...message, createdAt: iso(message.createdAt) }),
  );
  yield { path: `${folder}/messages.jsonl`, pieces: messages };
  if (project.currentVersion === null) return;
  for (const table of await deps.rows.tables(project.id))
    yield { path: `${folder}/rows/${table}.jsonl`, pieces: rowLines(deps.rows, project.id, table) };
  const files = await deps.store.entries(project.id, project.currentVersion);
  const entries = files.ok ? files.value : [];
  const names = archiveNames(entries.map(({ path }) => path));
  for (const [index, { path, sha256 }] of entries.entries()) {
    const bytes = await deps.blobs.get(sha256);
    if (!bytes) throw new Error(`Blob ${sha256} of ${path} is missing`);
    yield { path: `${folder}/files/${names[index]}`, pieces: [bytes] };
  }
}
