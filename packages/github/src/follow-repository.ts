/** A sync, and then the rules that what was taken from GitHub sets off. Called by the queue's consumer. */
import type { Failure } from "@edgewright/contracts";
import { onTaken } from "./rules/match-events.ts";
import type { RuleRunDeps } from "./rules/run-deps.ts";
import { syncProject } from "./sync.ts";

/** The failure is to be tried again. */
export async function followRepository(deps: RuleRunDeps, projectId: string): Promise<Failure | null> {
  const { taken, failure } = await syncProject(deps, projectId);
  const link = await deps.github.link(projectId);
  for (const one of link ? taken : []) if (link) await onTaken(deps, link, one);
  return failure;
}
