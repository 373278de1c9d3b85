/** `POST /api/projects/:project/data/plan`: what a change of `data/schema.json` would do to the rows. Nothing is changed by asking. */
import { AppSchema, DataPlan, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { ROW_PORTS, rowScope } from "./row-scope.ts";

export const planSchema = operation({
  method: "post",
  path: "/api/projects/{project}/data/plan",
  summary: "What other tables would do to the rows",
  tag: "Data",
  permission: "data.plan",
  on: "project",
  body: z.strictObject({ schema: AppSchema }),
  returns: DataPlan,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, body }) =>
    services.data(project.id, WORKING_ENVIRONMENT).plan(body.schema, await rowScope(services, caller, project)),
});
