/** What the page of a project shows first, in one answer. */
import { z } from "zod";
import { EventPage, Me, Project, VersionPage } from "./http.ts";
import { ModelSettings } from "./models.ts";

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
