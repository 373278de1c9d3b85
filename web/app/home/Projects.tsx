/** The projects as rows, in each state a list can be in. */
import type { Project, ProjectPage } from "@edgewright/contracts";
import { lazy, Suspense, useEffect, useState } from "react";
import { useRevalidator } from "react-router";
import type { Answer } from "../api/answer.ts";
import { Button } from "../components/Button.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureCard } from "../components/FailureCard.tsx";
import { DeletedProjects } from "./DeletedProjects.tsx";
import { ProjectRow } from "./ProjectRows.tsx";
import { useProjects } from "./use-projects.ts";

const NameDialog = lazy(async () => ({ default: (await import("../forms/NameDialog.tsx")).NameDialog }));

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
  const { projects, hasMore, paged, loading, failure, loadMore, remove, undelete, deletions, rename } = useProjects(first);
  const [renaming, setRenaming] = useState<Project | null>(null);
  useRefreshWhile(projects.some((project) => project.busy));
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
      {failure && (
        <FailureCard title="The next projects could not be loaded" className="mt-3">
          {failure.message}
        </FailureCard>
      )}
      <div className="mt-3 flex justify-center text-sm text-muted">
        {hasMore ? (
          <Button variant="ghost" busy={loading} onClick={() => void loadMore()}>
            Load more
          </Button>
        ) : (
          paged && <p>All {projects.length} projects are shown.</p>
        )}
      </div>
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

/** Keeps the rows true while something is being built and someone looks. */
function useRefreshWhile(busy: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void revalidate();
    }, BUSY_REFRESH_MS);
    return () => clearInterval(timer);
  }, [busy, revalidate]);
}
