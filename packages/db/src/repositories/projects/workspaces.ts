/** What the page of a project shows first, beside the project itself: read at once, since each question to the database is a wait of its own. */
import type { OrganizationModels } from "@edgewright/models";
import type { VersionRecord } from "@edgewright/projects";
import type { Database } from "../../database.ts";
import { modelsOf } from "../models/model-settings.ts";
import { newestVersions, toRecord } from "./versions.ts";

export type WorkspaceRecords = {
  /** The newest versions first. */
  start(
    project: { id: string; organizationId: string },
    versions: number,
  ): Promise<{ versions: VersionRecord[]; models: OrganizationModels }>;
};

export const workspaceRepository = (database: Database): WorkspaceRecords => ({
  async start({ id, organizationId }, limit) {
    const [versions, [choice], providers] = await database.batch([
      newestVersions(database, id, { limit, before: null }),
      ...modelsOf(database, organizationId),
    ]);
    return { versions: versions.map(toRecord), models: { choice: choice ?? null, providers } };
  },
});
