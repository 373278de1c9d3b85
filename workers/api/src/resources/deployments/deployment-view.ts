/** A deployment as the API shows it. */
import { type Deployment, OPEN_DEPLOYMENT_STATUSES } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import type { DeploymentRecord } from "@edgewright/deployments";

export const deploymentView = (deployment: DeploymentRecord): Deployment => {
  const { id, kind, provider, version, status, url, origin, buildOf, error, stopping, createdAt, finishedAt } = deployment;
  const isOpen = OPEN_DEPLOYMENT_STATUSES.some((open) => open === status);
  return {
    ...{ id, kind, provider, version, status, url, error },
    by: origin.name,
    rollbackTo: buildOf === id ? null : buildOf,
    stopping: stopping && isOpen,
    createdAt: iso(createdAt),
    finishedAt: finishedAt === null ? null : iso(finishedAt),
  };
};
