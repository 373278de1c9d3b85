/** What can be done with the list of projects: more of it, a new name, deleting with a way back. Used by Projects. */
import type { Project, ProjectPage } from "@edgewright/contracts";
import { useState } from "react";
import { useRevalidator } from "react-router";
import { type ApiFailure, failureOf } from "../api/answer.ts";
import { call } from "../api/browser.ts";
import { usePages } from "../api/use-pages.ts";
import { toast } from "../components/toast.ts";

const pathOf = ({ id }: Project) => `/api/projects/${id}`;
const UNDO_MS = 10_000;

export function useProjects(first: ProjectPage) {
  const pages = usePages("/api/projects", first, ({ id }) => id);
  const [deletions, setDeletions] = useState(0);
  const { revalidate } = useRevalidator();

  const undelete = async (project: Project): Promise<ApiFailure | null> => {
    const refused = failureOf(await call("POST", `${pathOf(project)}/undelete`, { body: {} }));
    if (refused) return refused;
    pages.bringBack(project.id);
    setDeletions((current) => current + 1);
    await revalidate();
    return null;
  };
  const undo = async (project: Project) => {
    const refused = await undelete(project);
    if (refused) toast.failure(refused);
  };
  const remove = async (project: Project) => {
    pages.remove(project.id);
    const refused = failureOf(await call("DELETE", pathOf(project)));
    if (refused) {
      pages.bringBack(project.id);
      return toast.failure(refused);
    }
    setDeletions((current) => current + 1);
    toast(`${project.name} deleted`, { duration: UNDO_MS, action: { label: "Undo", onClick: () => void undo(project) } });
  };
  const rename = async (project: Project, name: string): Promise<ApiFailure | null> => {
    const refused = failureOf(await call<Project>("PATCH", pathOf(project), { body: { name } }));
    if (!refused) pages.change(project.id, (now) => ({ ...now, name }));
    return refused;
  };
  return {
    pages,
    remove,
    undelete,
    /** Another one whenever a project was deleted or brought back here. */
    deletions,
    rename,
  };
}
