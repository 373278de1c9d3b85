/** `POST /api/projects/:project/data/writes`: several writes, also of several tables, all of them or none. */
import { DataRow, WORKING_ENVIRONMENT, WriteRows } from "@edgewright/contracts";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { ROW_PORTS, rowWriter } from "./row-scope.ts";

export const writeRows = operation({
  method: "post",
  path: "/api/projects/{project}/data/writes",
  summary: "Write several rows, all or none",
  tag: "Data",
  permission: "data.write",
  on: "project",
  body: WriteRows,
  keepsAnswer: true,
  returns: z.array(DataRow),
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, once, body: { writes, zone } }) =>
    services.data(project.id, WORKING_ENVIRONMENT).writeAll(await rowWriter(services, caller, project, { once, zone }), writes),
});
