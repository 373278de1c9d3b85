/** Who may open a published app, and its end. */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { AppVisibility, Outcome } from "@edgewright/contracts";
import { type Clock, fail, ok } from "@edgewright/core";
import type { ProjectRecord } from "@edgewright/projects";
import type { PublicationRecords } from "./ports.ts";

type Deps = { publications: PublicationRecords; clock: Clock };

/** Whoever was let in as a stranger under the former rule is not any more. */
export async function setVisibility(deps: Deps, project: ProjectRecord, visibility: AppVisibility, origin: Origin): Promise<void> {
  const before = await deps.publications.get(project.id);
  const audit = auditEntry(deps.clock, origin, {
    scope: project.organizationId,
    projectId: project.id,
    action: "publication.updated",
    subject: project.id,
    before: { visibility: before.visibility },
    after: { visibility },
  });
  await deps.publications.setVisibility(project.id, visibility, audit);
}

export async function endPublication(deps: Deps, project: ProjectRecord, origin: Origin): Promise<Outcome<void>> {
  const what = { scope: project.organizationId, projectId: project.id, action: "publication.ended" as const, subject: project.id };
  const ended = await deps.publications.end(project.id, auditEntry(deps.clock, origin, what));
  return ended ? ok(undefined) : fail("conflict", "This app is not published.", { next: "Publish it first." });
}
