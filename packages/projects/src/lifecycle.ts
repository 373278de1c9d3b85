/** A project after its making: renaming, deleting (softly, so that it can be undone) and opening by link. */
import { auditEntry, type Origin, type Summary } from "@edgewright/audit";
import { type AppHosts, HOST_KINDS, type Outcome, type ProjectSettings } from "@edgewright/contracts";
import { type Clock, fail, ok } from "@edgewright/core";
import { slugTaken } from "./create.ts";
import type { ProjectChange, ProjectRecord, ProjectRecords } from "./ports.ts";
import { parseSlug } from "./slug.ts";

export type LifecycleDeps = { projects: ProjectRecords; clock: Clock };

/** The project if it is there to be worked on; what to do instead if it is not. */
export function usableProject<T extends ProjectRecord>(project: T | null): Outcome<T> {
  if (project === null) {
    return fail("not_found", "There is no such project.", { next: "Check the link, or open it from the list of projects." });
  }
  if (project.deletedAt !== null) {
    return fail("gone", `The project "${project.name}" was deleted.`, {
      next: "Restore it from its page, or ask an editor of its organization to.",
    });
  }
  return ok(project);
}

/** Renames a project, gives it another address, or sets how the agent works in it. */
export async function updateProject(
  deps: LifecycleDeps,
  project: ProjectRecord,
  change: { name?: string; slug?: string; settings?: Partial<ProjectSettings> },
  origin: Origin,
): Promise<Outcome<void>> {
  const slug = change.slug === undefined ? ok(project.slug) : parseSlug(change.slug);
  if (!slug.ok) return slug;
  const name = change.name ?? project.name;
  const next: ProjectChange = { ...change, updatedAt: deps.clock.now() };
  if (change.slug !== undefined) next.slug = slug.value;
  const audit = entry(deps, project, origin, "project.updated", {
    before: { name: project.name, slug: project.slug, ...named(project.settings, change.settings) },
    after: { name, slug: slug.value, ...change.settings },
  });
  return (await deps.projects.update(project.id, next, audit)) === "updated" ? ok(undefined) : slugTaken(slug.value);
}

/** The settings that are about to change, as they were. */
const named = (settings: ProjectSettings, change: Partial<ProjectSettings> = {}): Summary =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => name in change));

/** Makes `hosts` what the app's page may use of what it asks for: all of them, those of before included. */
export async function confirmHosts(deps: LifecycleDeps, project: ProjectRecord, hosts: AppHosts, origin: Origin): Promise<void> {
  const audit = entry(deps, project, origin, "project.hosts_confirmed", {
    before: hostSummary(project.confirmedHosts),
    after: hostSummary(hosts),
  });
  await deps.projects.update(project.id, { confirmedHosts: hosts, updatedAt: deps.clock.now() }, audit);
}

const hostSummary = (hosts: AppHosts): Summary => Object.fromEntries(HOST_KINDS.map((kind) => [kind, (hosts[kind] ?? []).join(", ")]));

export async function deleteProject(deps: LifecycleDeps, project: ProjectRecord, origin: Origin): Promise<void> {
  await deps.projects.update(project.id, { deletedAt: deps.clock.now() }, entry(deps, project, origin, "project.deleted"));
}

export async function undeleteProject(deps: LifecycleDeps, project: ProjectRecord, origin: Origin): Promise<void> {
  await deps.projects.update(
    project.id,
    { deletedAt: null, updatedAt: deps.clock.now() },
    entry(deps, project, origin, "project.undeleted"),
  );
}

/** Ends every link to share the app that was given out; one that is made from now on is another. */
export async function endShare(deps: LifecycleDeps, project: ProjectRecord, origin: Origin): Promise<void> {
  const next = { shareNumber: project.shareNumber + 1, updatedAt: deps.clock.now() };
  await deps.projects.update(project.id, next, entry(deps, project, origin, "preview.share_ended"));
}

const entry = (
  deps: LifecycleDeps,
  project: ProjectRecord,
  origin: Origin,
  action: "project.updated" | "project.hosts_confirmed" | "project.deleted" | "project.undeleted" | "preview.share_ended",
  changed: { before?: Summary; after?: Summary } = {},
) => auditEntry(deps.clock, origin, { scope: project.organizationId, projectId: project.id, action, subject: project.id, ...changed });
