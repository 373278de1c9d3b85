/** Operations on projects. */
import type { Operation } from "../../http/operation.ts";
import { confirmProjectHosts } from "./confirm-project-hosts.ts";
import { createProject } from "./create-project.ts";
import { deleteProject } from "./delete-project.ts";
import { getHome } from "./get-home.ts";
import { getProject } from "./get-project.ts";
import { getProjectHosts } from "./get-project-hosts.ts";
import { getWorkspace } from "./get-workspace.ts";
import { listProjects } from "./list-projects.ts";
import { undeleteProject } from "./undelete-project.ts";
import { updateProject } from "./update-project.ts";

export const PROJECTS: readonly Operation[] = [
  getHome,
  listProjects,
  createProject,
  getProject,
  getWorkspace,
  updateProject,
  deleteProject,
  undeleteProject,
  getProjectHosts,
  confirmProjectHosts,
];
