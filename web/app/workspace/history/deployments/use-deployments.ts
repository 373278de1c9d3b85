/** The project's deployments, newest first; asked for anew while one is under way, and the project at its end, whose header says what is published. */
import type { Deployment, DeploymentPage } from "@edgewright/contracts";
import { useEffect, useRef } from "react";
import { useLoad } from "../../../api/use-load.ts";
import { type Page, usePages } from "../../../api/use-pages.ts";
import { isUnderWay } from "../../publish/deployment-words.ts";
import { projectPath, useWorkspace } from "../../WorkspaceContext.tsx";

const NOT_YET: Page<Deployment> = { items: [], cursor: null };
const AGAIN_MS = 1000;

export function useDeployments() {
  const { project, refresh } = useWorkspace();
  const path = projectPath(project, "/deployments");
  const { answer, reload } = useLoad<DeploymentPage>(path, { onFocus: true });
  const pages = usePages(path, answer?.ok ? answer.value : NOT_YET, ({ id }) => id);
  const goesOn = pages.items.some(isUnderWay);
  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(reload, AGAIN_MS);
    return () => clearInterval(timer);
  }, [goesOn, reload]);
  // Which is live may be another before anything of its way was seen.
  const live = answer?.ok ? (pages.items.find(({ status }) => status === "live")?.id ?? null) : undefined;
  const known = useRef(live);
  useEffect(() => {
    if (live === undefined || live === known.current) return;
    const isNews = known.current !== undefined;
    known.current = live;
    if (isNews) refresh();
  }, [live, refresh]);
  return { answer, reload, pages };
}
