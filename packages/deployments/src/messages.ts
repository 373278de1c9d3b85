/** What people read in a deployment's log. */
import type { DataPlan, DeploymentStatus } from "@edgewright/contracts";
import { stepsInTheWay } from "@edgewright/contracts";
import { fail } from "@edgewright/core";

/** What a deployment goes through before it is live. */
export type Step = Extract<DeploymentStatus, "building" | "migrating" | "deploying" | "checking">;

export const STEP_LINES: Record<Step, string> = {
  building: "Building the version for production",
  migrating: "Bringing the published app's tables up to the version",
  deploying: "Putting the build in place, beside what is live",
  checking: "Asking the new deployment for its page and its server code",
};

export const STOPPED = fail("cancelled", "This deployment was cancelled. What was live stays live.", {
  next: "Publish again when you like.",
});
export const GONE = fail("gone", "The project was deleted.", { next: "Restore it, then publish again." });

/** Rows would be lost that nobody has agreed to lose, or the tables cannot be changed so at all. */
export function lossRefused(plan: DataPlan, accepts: readonly string[]) {
  const says = stepsInTheWay(plan, accepts).map(({ says }) => says);
  return fail("conflict", `The published app's rows would lose something: ${says.join(" ")}`, {
    next: "Look at what would change, agree to it, and publish again.",
  });
}
