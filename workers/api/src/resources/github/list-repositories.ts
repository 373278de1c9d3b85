/** `GET /api/projects/:project/github/repositories`: those that a connected account lets the App see. */
import { GitHubRepositoryList } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { notConfigured, usableInstallation } from "@edgewright/github";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const listRepositories = operation({
  method: "get",
  path: "/api/projects/{project}/github/repositories",
  summary: "Repositories that a project can be linked to",
  tag: "GitHub",
  permission: "github.update",
  on: "project",
  query: z.object({ installation: z.coerce.number().int() }),
  returns: GitHubRepositoryList,
  needs: ["github", "githubApi"],
  async handle({ services, organizationId, query }) {
    if (!services.githubApi) return notConfigured();
    const installation = await usableInstallation(services, organizationId, query.installation);
    if (!installation.ok) return installation;
    const found = await services.githubApi.repositories(query.installation);
    return found.ok ? ok({ items: found.value }) : found;
  },
});
