/** `POST /api/projects/:project/previews {channel}`: an address that signs this member in to the preview, or to the published app. */
import { roleOn } from "@edgewright/accounts";
import { type AuditTrail, auditEntry } from "@edgewright/audit";
import { OpenPreview, PreviewLink, type Shown } from "@edgewright/contracts";
import { type Clock, fail, iso, ok } from "@edgewright/core";
import { holderOf } from "../../http/caller.ts";
import { operation } from "../../http/operation.ts";
import { previewLink } from "./preview-link.ts";

const SECONDS = 60;
const DAY_MS = 24 * 60 * 60 * 1000;

export const openPreview = operation({
  method: "post",
  path: "/api/projects/{project}/previews",
  summary: "Open a preview",
  tag: "Previews",
  permission: "preview.open",
  on: "project",
  body: OpenPreview,
  returns: PreviewLink,
  needs: ["audit", "auditTrail", "clock", "variables", "versions"],
  async handle({ services, caller, project, organizationId, body }) {
    const channel = body.channel as Shown;
    const number = /^v(\d+)$/.exec(channel)?.[1];
    if (number !== undefined && !(await services.versions.get(project.id, Number(number))))
      return fail("not_found", `There is no version ${number} of this project.`, { next: "Pick a version from its history." });
    const role = roleOn(caller.actor, { organizationId, projectId: project.id }) ?? "viewer";
    const access = {
      use: "handover" as const,
      channel,
      user: { ...caller.user, role },
      holder: holderOf(caller),
      as: body.as,
      seconds: SECONDS,
    };
    const link = await previewLink(services.variables, project, access);
    const what = {
      scope: organizationId,
      projectId: project.id,
      action: "preview.opened" as const,
      subject: project.id,
      detail: { channel },
    };
    if (await isFirstToday(services, { scope: organizationId, person: caller.user.id, action: what.action, project: project.id }))
      await services.audit.record(auditEntry(services.clock, caller.origin, what));
    return ok({ ...link, expiresAt: iso(Date.now() + SECONDS * 1000) });
  },
});

/** A preview is opened all day long; the log has it once for each person, project and day. */
async function isFirstToday(
  { auditTrail, clock }: { auditTrail: Pick<AuditTrail, "list">; clock: Clock },
  which: { scope: string; person: string; action: string; project: string },
): Promise<boolean> {
  const now = clock.now();
  const { items } = await auditTrail.list({ ...which, from: now - (now % DAY_MS), to: null }, { cursor: null, limit: 1 });
  return items.length === 0;
}
