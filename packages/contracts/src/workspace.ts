/** What a page shows first, in one answer: the page of a project, and the start page. */
import { z } from "zod";
import { EventPage, Me, Project, ProjectPage, VersionPage } from "./http.ts";
import { ModelSettings } from "./models.ts";
import { JoinableList } from "./organizations.ts";

export const WorkspaceStart = z.object({
  me: Me,
  project: Project,
  versions: VersionPage,
  /** From the beginning; null: there is no conversation yet. */
  events: EventPage.nullable(),
  /** null: a token asks that may not see them. */
  models: ModelSettings.nullable(),
});
export type WorkspaceStart = z.infer<typeof WorkspaceStart>;

export const HomeStart = z.object({
  me: Me,
  projects: ProjectPage,
  joinable: JoinableList,
  /** null: a token asks that may not see them. */
  models: ModelSettings.nullable(),
});
export type HomeStart = z.infer<typeof HomeStart>;
