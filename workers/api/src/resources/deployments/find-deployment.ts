/** The deployment that a path names. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { DeploymentRecord, DeploymentRecords } from "@edgewright/deployments";
import { z } from "zod";

export const DeploymentParams = z.object({ deployment: z.string().min(1).max(100).describe("A deployment's id") });

export async function findDeployment(
  { deployments }: { deployments: Pick<DeploymentRecords, "get"> },
  projectId: string,
  id: string,
): Promise<Outcome<DeploymentRecord>> {
  const deployment = await deployments.get(id);
  if (deployment?.projectId === projectId) return ok(deployment);
  return fail("not_found", "There is no such deployment of this project.", { next: "Choose one from its list." });
}
