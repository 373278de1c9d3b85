/** Deployments whose message or consumer was lost are sent again. Called by the sweep. */
import type { QueueMessage } from "@edgewright/contracts";
import type { Clock } from "@edgewright/core";
import type { DeploymentRecords } from "./ports.ts";

/** A message that was just sent is on its way. */
const ON_ITS_WAY_MS = 10_000;
const AT_ONCE = 100;

export async function sendAbandoned(
  { deployments, clock }: { deployments: Pick<DeploymentRecords, "abandoned">; clock: Clock },
  send: (message: QueueMessage) => Promise<void>,
): Promise<void> {
  const now = clock.now();
  for (const deploymentId of await deployments.abandoned({ createdAt: now - ON_ITS_WAY_MS, now }, AT_ONCE))
    await send({ kind: "deploy", deploymentId });
}
