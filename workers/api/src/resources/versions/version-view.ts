/** A version as the API shows it, and a save's outcome. */
import { askedHosts, type SavedVersion, unconfirmed, type Version, type VersionPage } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import type { ProjectRecord, ProjectView, SavedEdit, VersionRecord, VersionRecords } from "@edgewright/projects";

export function versionView(version: VersionRecord, currentVersion: number | null): Version {
  const { number, parent, message, author, status, findings, jobId, messageId, restoredFrom, fileCount } = version;
  const createdAt = iso(version.createdAt);
  const isCurrent = number === currentVersion;
  return { number, parent, message, author, status, findings, jobId, messageId, restoredFrom, createdAt, fileCount, isCurrent };
}

type Query = { limit: number; cursor: string | null };

/** The newest first. */
export async function versionPage(
  { versions }: { versions: Pick<VersionRecords, "list"> },
  { id, currentVersion }: Pick<ProjectView, "id" | "currentVersion">,
  { limit, cursor }: Query,
): Promise<VersionPage> {
  const before = /^\d{1,9}$/.test(cursor ?? "") ? Number(cursor) : null;
  return pageOf(await versions.list(id, { limit: limit + 1, before }), currentVersion, limit);
}

/** `found` has one more than the page, where there are more. */
export function pageOf(found: VersionRecord[], currentVersion: number | null, limit: number): VersionPage {
  const items = found.slice(0, limit).map((version) => versionView(version, currentVersion));
  return { items, cursor: found.length > limit ? String(items.at(-1)?.number) : null };
}

const UNSAVED = { version: null, merged: false, current: false, findings: [], unconfirmedHosts: {}, conflicts: [], plan: null };

export function savedView(
  saved: SavedEdit,
  { confirmedHosts, currentVersion }: Pick<ProjectRecord, "confirmedHosts" | "currentVersion">,
): SavedVersion {
  if (saved.outcome === "conflict") return { ...UNSAVED, ...saved };
  if (saved.outcome === "data_loss") return { ...UNSAVED, ...saved, head: currentVersion ?? 0 };
  const { version, merged, current } = saved;
  const view = versionView(version, current ? version.number : null);
  const unconfirmedHosts = unconfirmed(askedHosts(saved.files), confirmedHosts);
  const { findings, number: head } = version;
  return { ...UNSAVED, outcome: "saved", version: view, merged, current, findings, unconfirmedHosts, head };
}
