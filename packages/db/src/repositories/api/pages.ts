/** What a page shows first, read at once, since each question to the database is a wait of its own. By itself, or along with who asks (arrivals.ts). */
import type { OrganizationModels } from "@edgewright/models";
import type { ProjectView, VersionRecord } from "@edgewright/projects";
import { eq, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { prepareReads, type RowsOf } from "../../one-statement.ts";
import { organizations } from "../../tables/index.ts";
import { modelsOf, toModels } from "../models/model-settings.ts";
import { newestProjects, toPage } from "../projects/projects.ts";
import { newestVersions, toRecord } from "../projects/versions.ts";

export const WORKSPACE_VERSIONS = 30;
const HOME_PROJECTS = 30;

export type PageRecords = {
  /** The newest versions first: one more than the page shows, where there are more. */
  workspace?: { versions: VersionRecord[]; models: OrganizationModels };
  /** Of which organization, and its projects: the latest work first. */
  home?: { organizationId: string | null; projects: { items: ProjectView[]; cursor: string | null }; models: OrganizationModels };
};
type Workspace = Required<PageRecords>["workspace"];
type Home = Required<PageRecords>["home"];

export type PageReads = {
  workspace(project: { id: string; organizationId: string }): Promise<Workspace>;
  home(organizationId: string): Promise<Home>;
};

export const workspaceOf = (database: Database, { id, organizationId }: { id: SQLWrapper; organizationId: SQLWrapper }) => ({
  versions: newestVersions(database, id, { limit: WORKSPACE_VERSIONS + 1, before: null }),
  ...modelsOf(database, organizationId),
});

export const toWorkspace = ({ versions, ...models }: RowsOf<ReturnType<typeof workspaceOf>>): Workspace => ({
  versions: versions.map(toRecord),
  models: toModels(models),
});

export const homeOf = (database: Database, organizationId: SQLWrapper) => ({
  organizations: database.select({ id: organizations.id }).from(organizations).where(eq(organizations.id, organizationId)),
  projects: newestProjects(database, organizationId, { limit: HOME_PROJECTS, deleted: false, cursor: null }),
  ...modelsOf(database, organizationId),
});

export const toHome = ({ organizations: [organization], projects, ...models }: RowsOf<ReturnType<typeof homeOf>>): Home => ({
  organizationId: organization?.id ?? null,
  projects: toPage(projects, HOME_PROJECTS),
  models: toModels(models),
});

export function pageRepository(database: Database): PageReads {
  const project = { id: sql.placeholder("id"), organizationId: sql.placeholder("organizationId") };
  const workspace = prepareReads(database, workspaceOf(database, project));
  const home = prepareReads(database, homeOf(database, project.organizationId));
  return {
    workspace: async ({ id, organizationId }) => toWorkspace(await workspace({ id, organizationId })),
    home: async (organizationId) => toHome(await home({ organizationId })),
  };
}
