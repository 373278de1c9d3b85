/** `GET /api/projects/:project/data/schema`: the tables of the live version. */
import { DataSchema, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const getDataSchema = operation({
  method: "get",
  path: "/api/projects/{project}/data/schema",
  summary: "Tables of the app",
  tag: "Data",
  permission: "data.read",
  on: "project",
  returns: DataSchema,
  needs: ["data"],
  handle: async ({ services, project }) => ok({ schema: await services.data(project.id, WORKING_ENVIRONMENT).schema("current") }),
});
