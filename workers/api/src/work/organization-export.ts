/** An organization as files: itself, its members, each project with its current files and conversations, and its log. */
import type { OrganizationRecord } from "@edgewright/accounts";
import { archiveNames, iso } from "@edgewright/core";
import type { ZippedFile } from "@edgewright/storage";
import { memberView } from "../resources/organizations/organization-view.ts";
import type { Services } from "../services.ts";
import { exportLines } from "./audit-export.ts";

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
    after = page.at(-1)!.id;
  }
}

async function* lines<T extends { id: string }>(
  read: Parameters<typeof pages<T>>[0],
  view: (row: T) => unknown,
): AsyncGenerator<Uint8Array> {
  for await (const page of pages(read)) yield encoder.encode(page.map((row) => `${JSON.stringify(view(row))}\n`).join(""));
}

export async function* exportFiles(services: Services, organization: OrganizationRecord): AsyncGenerator<ZippedFile> {
  const { id, createdAt, deletedAt, ...rest } = organization;
  const times = { createdAt: iso(createdAt), deletedAt: deletedAt === null ? null : iso(deletedAt), exportedAt: iso(services.clock.now()) };
  yield { path: "organization.json", pieces: json({ id, ...rest, ...times }) };
  yield { path: "members.jsonl", pieces: lines((page) => services.members.list(id, page), memberView) };
  for await (const page of pages((at) => services.exports.projects(id, at)))
    for (const project of page) yield* projectFiles(services, project);
  const everything = { scope: id, person: null, action: null, project: null, from: null, to: null };
  yield { path: "audit.jsonl", pieces: await exportLines(services.auditTrail, everything, "jsonl") };
}

type ExportedProject = Awaited<ReturnType<Services["exports"]["projects"]>>[number];

async function* projectFiles(services: Services, project: ExportedProject): AsyncGenerator<ZippedFile> {
  const folder = `projects/${project.slug}`;
  const { createdAt, updatedAt, deletedAt, ...rest } = project;
  const times = { createdAt: iso(createdAt), updatedAt: iso(updatedAt), deletedAt: deletedAt === null ? null : iso(deletedAt) };
  yield { path: `${folder}/project.json`, pieces: json({ ...rest, ...times }) };
  const messages = lines(
    (page) => services.exports.messages(project.id, page),
    (message) => ({ ...message, createdAt: iso(message.createdAt) }),
  );
  yield { path: `${folder}/messages.jsonl`, pieces: messages };
  if (project.currentVersion === null) return;
  const files = await services.store.entries(project.id, project.currentVersion);
  const entries = files.ok ? files.value : [];
  const names = archiveNames(entries.map(({ path }) => path));
  for (const [index, { path, sha256 }] of entries.entries()) {
    const bytes = await services.blobs.get(sha256);
    if (!bytes) throw new Error(`Blob ${sha256} of ${path} is missing`);
    yield { path: `${folder}/files/${names[index]}`, pieces: [bytes] };
  }
}
