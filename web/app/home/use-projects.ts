/** What can be done with the list of projects: more of it, a new name, deleting with a way back. Used by Projects. */
import type { Project, ProjectPage } from "@edgewright/contracts";
import { useState } from "react";
import { useRevalidator } from "react-router";
import type { ApiFailure } from "../api/answer.ts";
import { call } from "../api/browser.ts";
import { toast } from "../components/toast.ts";
import { NO_CHANGES, visibleProjects, withMore, withName, withRemoved, withRestored } from "./project-list.ts";

const pathOf = (project: Project) => `/api/projects/${project.id}`;
const UNDO_MS = 10_000;
const undoable = (onClick: () => void) => ({ duration: UNDO_MS, action: { label: "Undo", onClick } });

export function useProjects(first: ProjectPage) {
  const [changes, setChanges] = useState(NO_CHANGES);
  const [cursor, setCursor] = useState<string | null>();
  const [loading, setLoading] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [deletions, setDeletions] = useState(0);
  const { revalidate } = useRevalidator();
  const next = cursor === undefined ? first.cursor : cursor;

  const loadMore = async () => {
    if (!next) return;
    setLoading(true);
    const answer = await call<ProjectPage>("GET", `/api/projects?cursor=${encodeURIComponent(next)}`);
    setLoading(false);
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setChanges((current) => withMore(current, answer.value.items));
    setCursor(answer.value.cursor);
  };

  const undelete = async (project: Project): Promise<boolean> => {
    const answer = await call("POST", `${pathOf(project)}/undelete`, { body: {} });
    if (!answer.ok) toast.error(answer.error.message);
    else {
      setChanges((current) => withRestored(current, project.id));
      setDeletions((current) => current + 1);
      await revalidate();
    }
    return answer.ok;
  };

  const remove = async (project: Project) => {
    setChanges((current) => withRemoved(current, project.id));
    const answer = await call("DELETE", pathOf(project));
    if (answer.ok) {
      setDeletions((current) => current + 1);
      toast(
        `${project.name} deleted`,
        undoable(() => void undelete(project)),
      );
      return;
    }
    setChanges((current) => withRestored(current, project.id));
    toast.error(answer.error.message);
  };

  const rename = async (project: Project, name: string): Promise<ApiFailure | null> => {
    const answer = await call<Project>("PATCH", pathOf(project), { body: { name } });
    if (!answer.ok) return answer.error;
    setChanges((current) => withName(current, project.id, name));
    return null;
  };

  return {
    projects: visibleProjects(first.items, changes),
    hasMore: next !== null,
    paged: cursor !== undefined,
    loading,
    failure,
    loadMore,
    remove,
    undelete,
    /** Another one whenever a project was deleted or brought back here. */
    deletions,
    rename,
  };
}
