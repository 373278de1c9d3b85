/** The palette's entries for the newest projects, asked for each time it opens. */
import { ProjectPage } from "@edgewright/contracts";
import { useEffect, useMemo, useState } from "react";
import { call } from "../api/browser.ts";
import type { Command } from "./commands.ts";

export function useProjectCommands(wanted: boolean, go: (path: string) => unknown): Command[] {
  const [projects, setProjects] = useState<ProjectPage["items"]>([]);
  useEffect(() => {
    if (!wanted) return;
    const controller = new AbortController();
    call("GET", "/api/projects?limit=50", ProjectPage, { signal: controller.signal }).then((answer) => {
      if (answer.ok) setProjects(answer.value.items);
    });
    return () => controller.abort();
  }, [wanted]);
  return useMemo(
    () =>
      projects.map((project) => ({
        id: project.id,
        label: project.name,
        group: "Projects",
        keywords: [project.slug],
        run: () => void go(`/projects/${project.slug}`),
      })),
    [projects, go],
  );
}
