/** Whether a merged pull request is published: wanted, or no more, by one who may publish. */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { Outcome } from "@edgewright/contracts";
import { type Clock, fail, ok } from "@edgewright/core";
import type { ProjectRecord } from "@edgewright/projects";
import type { GitHubRecords } from "../ports.ts";

export async function setPublishMerged(
  { github, clock }: { github: GitHubRecords; clock: Clock },
  { id, organizationId }: Pick<ProjectRecord, "id" | "organizationId">,
  publishMerged: boolean,
  origin: Origin,
): Promise<Outcome<void>> {
  const audit = auditEntry(clock, origin, {
    scope: organizationId,
    projectId: id,
    action: "github.updated",
    subject: id,
    detail: { publishMerged },
  });
  if (await github.setPublishes(id, publishMerged ? (origin.personId ?? origin.id) : null, audit)) return ok(undefined);
  return fail("not_found", "This project has no repository.", { next: "Create or link one." });
}
