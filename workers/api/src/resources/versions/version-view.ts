/** A version as the API shows it, and a save's outcome. */
import { type AppHosts, askedHosts, type SavedVersion, unconfirmed, type Version } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import type { SavedEdit, VersionRecord } from "@edgewright/projects";

export function versionView(version: VersionRecord, currentVersion: number | null): Version {
  const { number, parent, message, author, status, findings, jobId, messageId, restoredFrom, fileCount } = version;
  const createdAt = iso(version.createdAt);
  const isCurrent = number === currentVersion;
  return { number, parent, message, author, status, findings, jobId, messageId, restoredFrom, createdAt, fileCount, isCurrent };
}

export function savedView(saved: SavedEdit, confirmed: AppHosts): SavedVersion {
  if (saved.outcome === "conflict")
    return {
      outcome: "conflict",
      version: null,
      merged: false,
      current: false,
      findings: [],
      unconfirmedHosts: {},
      head: saved.head,
      conflicts: saved.conflicts,
    };
  const { version, merged, current } = saved;
  const view = versionView(version, current ? version.number : null);
  const unconfirmedHosts = unconfirmed(askedHosts(saved.files), confirmed);
  const { findings, number: head } = version;
  return { outcome: "saved", version: view, merged, current, findings, unconfirmedHosts, head, conflicts: [] };
}
