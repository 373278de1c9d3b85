/** A deployment as it goes on: asked for anew while it is under way. */
import type { Deployment } from "@edgewright/contracts";
import { useEffect, useState } from "react";
import { useLoad } from "../../api/use-load.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { isUnderWay } from "./deployment-words.ts";

const AGAIN_MS = 400;

/** @param begun as it was when it was last heard of; null: there is none */
export function useDeployment(begun: Deployment | null): Deployment | null {
  const { project } = useWorkspace();
  const [asked, setAsked] = useState(0);
  const path = begun && isUnderWay(begun) ? projectPath(project, `/deployments/${begun.id}`) : null;
  const { answer } = useLoad<Deployment>(path, { when: asked });
  const now = answer?.ok ? answer.value : begun;
  const goesOn = path !== null && now !== null && isUnderWay(now);
  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(() => setAsked((before) => before + 1), AGAIN_MS);
    return () => clearInterval(timer);
  }, [goesOn]);
  return now;
}
