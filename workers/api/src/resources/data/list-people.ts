/** `GET /api/projects/:project/data/people`: whom a field of people may name. */
import { peopleOf } from "@edgewright/accounts";
import { People } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const listPeople = operation({
  method: "get",
  path: "/api/projects/{project}/data/people",
  summary: "Members whom a field may name",
  tag: "Data",
  permission: "data.read",
  on: "project",
  returns: People,
  needs: ["members"],
  handle: async ({ services, project }) => ok({ people: await peopleOf(services, project.organizationId) }),
});
