/** `POST /api/projects/:project/publication/share`: a link with which anyone may open the published app, while that is what it says. */
import { auditEntry } from "@edgewright/audit";
import { ShareLink } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { previewLink, SHARE_SECONDS } from "../previews/preview-link.ts";

export const sharePublication = operation({
  method: "post",
  path: "/api/projects/{project}/publication/share",
  summary: "Make a link to the published app",
  tag: "Publishing",
  permission: "publication.update",
  on: "project",
  returns: ShareLink,
  needs: ["audit", "clock", "publications", "variables"],
  async handle({ services, caller, project, organizationId }) {
    const { visibility, linkNumber: number } = await services.publications.get(project.id);
    if (visibility !== "link")
      return fail("conflict", "No link opens this app as it is.", { next: 'Let in "anyone with the link" first.' });
    const holder = { kind: "link" as const, number };
    const access = { use: "share" as const, channel: "published" as const, user: null, holder, seconds: SHARE_SECONDS };
    const { url } = await previewLink(services.variables, project, access);
    const what = { scope: organizationId, projectId: project.id, action: "publication.shared" as const, subject: project.id };
    await services.audit.record(auditEntry(services.clock, caller.origin, what));
    return ok({ url });
  },
});
