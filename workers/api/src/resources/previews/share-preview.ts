/** `POST /api/projects/:project/previews/share`: a link with which anyone may open the app, while its visibility is `link`. */
import { auditEntry } from "@edgewright/audit";
import { ShareLink } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { previewLink, SHARE_SECONDS } from "./preview-link.ts";

export const sharePreview = operation({
  method: "post",
  path: "/api/projects/{project}/previews/share",
  summary: "Make a link to share the app",
  tag: "Previews",
  permission: "preview.share",
  on: "project",
  returns: ShareLink,
  needs: ["audit", "clock", "variables"],
  async handle({ services, caller, project, organizationId }) {
    const holder = { kind: "link" as const, number: project.shareNumber };
    const access = { use: "share" as const, channel: "current" as const, user: null, holder, seconds: SHARE_SECONDS };
    const { url } = await previewLink(services.variables, project, access);
    const what = { scope: organizationId, projectId: project.id, action: "preview.shared" as const, subject: project.id };
    await services.audit.record(auditEntry(services.clock, caller.origin, what));
    return ok({ url });
  },
});
