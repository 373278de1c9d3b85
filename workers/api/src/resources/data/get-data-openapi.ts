/** `GET /api/projects/:project/data/openapi.json`: the API of the app's rows, typed by its tables. */
import { WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { dataDocument } from "./data-document.ts";

export const getDataOpenapi = operation({
  method: "get",
  path: "/api/projects/{project}/data/openapi.json",
  summary: "The API of the app's rows, typed by its tables (OpenAPI)",
  tag: "Data",
  permission: "data.read",
  on: "project",
  needs: ["data", "variables"],
  media: "application/json",
  async handle({ services, project }) {
    const { tables } = await services.data(project.id, WORKING_ENVIRONMENT).schema("current");
    return ok(Response.json(dataDocument({ project, tables, server: services.variables.APP_URL })));
  },
});
