/** The projects that were deleted, when they are asked for, each with its way back. */
import type { Project, ProjectPage } from "@edgewright/contracts";
import { useState } from "react";
import type { ApiFailure } from "../api/answer.ts";
import { useAction } from "../api/use-action.ts";
import { useLoad } from "../api/use-load.ts";
import { Button } from "../components/Button.tsx";
import { NotLoaded } from "../components/NotLoaded.tsx";
import { RelativeTime } from "../components/RelativeTime.tsx";
import { whyNot } from "../permissions/reasons.ts";
import { ProjectRowsSkeleton } from "./ProjectRows.tsx";

interface DeletedProjectsProps {
  /** Read again whenever it is another. */
  when: unknown;
  /** Resolves to the failure, or to null once it is back. */
  onRestore: (project: Project) => Promise<ApiFailure | null>;
}

export function DeletedProjects({ when, onRestore }: DeletedProjectsProps) {
  const [wanted, setWanted] = useState(false);
  return (
    <div className="mt-3 text-sm">
      <Button variant="ghost" size="sm" aria-expanded={wanted} onClick={() => setWanted(!wanted)}>
        {wanted ? "Hide deleted projects" : "Deleted projects"}
      </Button>
      {wanted && <DeletedList when={when} onRestore={onRestore} />}
    </div>
  );
}

function DeletedList({ when, onRestore }: DeletedProjectsProps) {
  const { answer, reload } = useLoad<ProjectPage>("/api/projects?deleted=true&limit=100", { when });
  const { running, run: restore } = useAction(onRestore, { raises: true });
  if (!answer) return <ProjectRowsSkeleton />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} className="mt-2" />;
  if (answer.value.items.length === 0) return <p className="px-2.5 py-2 text-muted">None is deleted.</p>;
  return (
    <ul aria-label="Deleted projects" className="mt-2 divide-y divide-border rounded-card border border-dashed border-border-strong">
      {answer.value.items.map((project) => (
        <li key={project.id} className="flex min-h-12 items-center gap-3 py-1 pr-2 pl-4">
          <span className="min-w-0 truncate">{project.name}</span>
          <span className="shrink-0 text-muted max-sm:hidden">deleted {project.deletedAt && <RelativeTime at={project.deletedAt} />}</span>
          <Button
            size="sm"
            className="ml-auto"
            busy={running?.[0].id === project.id}
            disabledReason={whyNot(project.role, "project.undelete")}
            onClick={() => void restore(project)}
          >
            Restore
          </Button>
        </li>
      ))}
    </ul>
  );
}
