/** The projects as rows, in each state a list can be in. */
import type { Project, ProjectPage } from "@edgewright/contracts";
import { lazy, Suspense, useState } from "react";
import { useRevalidator } from "react-router";
import type { Answer } from "../api/answer.ts";
import { useRefresh } from "../api/use-refresh.ts";
import { Button } from "../components/Button.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureCard } from "../components/FailureCard.tsx";
import { ShowMore } from "../components/ShowMore.tsx";
import { DeletedProjects } from "./DeletedProjects.tsx";
import { ProjectRow } from "./ProjectRows.tsx";
import { useProjects } from "./use-projects.ts";

const NameDialog = lazy(async () => ({ default: (await import("../forms/NameDialog.tsx")).NameDialog }));

/** The rows are kept true while something is being built. */
const BUSY_REFRESH_MS = 4_000;

interface ProjectsProps {
  first: Answer<ProjectPage>;
  canBuild: boolean;
}

export function Projects({ first: answer, canBuild }: ProjectsProps) {
  const { revalidate, state } = useRevalidator();
  if (answer.ok) return <ProjectList first={answer.value} canBuild={canBuild} />;
  return (
    <FailureCard
      title="Your projects could not be loaded"
      details={answer.error.requestId && `Request ${answer.error.requestId}`}
      action={
        <Button onClick={() => void revalidate()} busy={state === "loading"}>
          Try again
        </Button>
      }
    >
      {answer.error.message} {answer.error.next}
    </FailureCard>
  );
}

function ProjectList({ first, canBuild }: { first: ProjectPage; canBuild: boolean }) {
  const { pages, remove, undelete, deletions, rename } = useProjects(first);
  const { items: projects, hasMore } = pages;
  const [renaming, setRenaming] = useState<Project | null>(null);
  useRefresh(projects.some((project) => project.busy) ? BUSY_REFRESH_MS : null);
  const deleted = <DeletedProjects when={deletions} onRestore={undelete} />;
  if (projects.length === 0 && !hasMore) {
    return (
      <>
        <div className="rounded-card border border-dashed border-border-strong">
          <EmptyState title="No projects yet">
            {canBuild ? "Describe what you need above, or start from an example." : "What your organization builds will be listed here."}
          </EmptyState>
        </div>
        {deleted}
      </>
    );
  }
  return (
    <>
      <ul className="divide-y divide-border overflow-hidden rounded-card border border-border bg-surface">
        {projects.map((project) => (
          <ProjectRow key={project.id} project={project} onRename={() => setRenaming(project)} onDelete={() => void remove(project)} />
        ))}
      </ul>
      <ShowMore of="projects" pages={pages}>
        {projects.length > first.items.length && `All ${projects.length} projects are shown.`}
      </ShowMore>
      {deleted}
      {renaming && (
        <Suspense fallback={null}>
          <NameDialog
            title="Rename project"
            description="Its address stays the same."
            action="Rename"
            name={renaming.name}
            onClose={() => setRenaming(null)}
            onName={(name) => rename(renaming, name)}
          />
        </Suspense>
      )}
    </>
  );
}
