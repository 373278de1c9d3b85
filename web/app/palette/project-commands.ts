/** The palette's entries for the newest projects, asked for each time it opens. */
import type { ProjectPage } from "@edgewright/contracts";
import { useMemo } from "react";
import { useLoad } from "../api/use-load.ts";
import type { Command } from "./commands.ts";

export function useProjectCommands(wanted: boolean, go: (path: string) => unknown): Command[] {
  const { answer } = useLoad<ProjectPage>(wanted ? "/api/projects?limit=50" : null);
  const page = answer?.ok ? answer.value : null;
  return useMemo(
    () =>
      (page?.items ?? []).map((project) => ({
        id: project.id,
        label: project.name,
        group: "Projects",
        keywords: [project.slug],
        run: () => void go(`/projects/${project.slug}`),
      })),
    [page, go],
  );
}
