/** `GET /api/orgs/:org/export`: all of it as a zip, for those too whose organization is deleted and not yet purged. */
import { auditEntry } from "@edgewright/audit";
import { type Environment, type ProjectDataRpc, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { iso, ok } from "@edgewright/core";
import { type AppRows, exportFiles } from "@edgewright/exports";
import { zipStream } from "@edgewright/storage";
import { operation } from "../../http/operation.ts";
import { keptOrganization } from "./kept-organization.ts";

export const exportOrganization = operation({
  method: "get",
  path: "/api/orgs/{org}/export",
  summary: "Download an organization: members, projects with their current files, rows and conversations, audit log",
  tag: "Organization",
  permission: "organization.export",
  on: "organization",
  media: "application/zip",
  needs: ["audit", "auditTrail", "blobs", "clock", "data", "exports", "members", "organizations", "store"],
  async handle({ services, caller, organizationId }) {
    const kept = await keptOrganization(services, organizationId);
    if (!kept.ok) return kept;
    const what = { scope: organizationId, projectId: null, action: "organization.exported" as const, subject: organizationId };
    await services.audit.record(auditEntry(services.clock, caller.origin, what));
    const name = `${kept.value.slug}-${iso(services.clock.now()).slice(0, 10)}.zip`;
    const headers = { "content-type": "application/zip", "content-disposition": `attachment; filename="${name}"` };
    return ok(new Response(zipStream(exportFiles({ ...services, rows: rowsOf(services) }, kept.value)), { headers }));
  },
});

const SCOPE = { channel: "current" as const, actor: { kind: "organization" as const } };
const PAGE = 1000;

type Data = Pick<ProjectDataRpc, "schema" | "list">;

/** Whoever takes an organization along takes everybody's rows. */
const rowsOf = ({ data }: { data(projectId: string, environment: Environment): Data }): AppRows => ({
  tables: async (projectId) => (await data(projectId, WORKING_ENVIRONMENT).schema("current")).tables.map(({ name }) => name),
  async page(projectId, table, cursor) {
    const page = await data(projectId, WORKING_ENVIRONMENT).list(SCOPE, table, { limit: PAGE, ...(cursor === null ? {} : { cursor }) });
    if (page.ok) return page.value;
    throw new Error(`The rows of ${table} in ${projectId} were not read: ${page.error.message}`);
  },
});
