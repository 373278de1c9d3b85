/** What operations on one automation have in common. */
import type { Acting, Origin } from "@edgewright/contracts";
import { z } from "zod";

export const AutomationParams = z.object({ automation: z.string().max(100) });

/** The line in the organization's log comes with the change: the object that keeps the rows brings it there. */
export const actingIn = ({ organizationId }: { organizationId: string }, { origin }: { origin: Origin }): Acting => ({
  organizationId,
  origin,
});
