/** `DELETE /api/projects/:project/previews/share`: the links that were made so far open nothing any more, and what is open under them ends. */
import { ok } from "@edgewright/core";
import { endShare } from "@edgewright/projects";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const endPreviewShare = operation({
  method: "delete",
  path: "/api/projects/{project}/previews/share",
  summary: "End the links to share the app",
  tag: "Previews",
  permission: "preview.share",
  on: "project",
  returns: z.object({ id: z.string() }),
  needs: ["clock", "projects"],
  async handle({ services, caller, project }) {
    await endShare(services, project, caller.origin);
    return ok({ id: project.id });
  },
});
