/** `GET /api/projects/:project/data/table-changes`: which changes of tables there have been, by which versions and whom. */
import { TableChangeList, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const listTableChanges = operation({
  method: "get",
  path: "/api/projects/{project}/data/table-changes",
  summary: "Changes of the tables so far, newest first",
  tag: "Data",
  permission: "data.read",
  on: "project",
  returns: TableChangeList,
  needs: ["data", "versions"],
  async handle({ services, project }) {
    const changes = await services.data(project.id, WORKING_ENVIRONMENT).tableChanges();
    const numbers = [...new Set(changes.flatMap(({ version }) => version ?? []))];
    const found = await Promise.all(numbers.map((number) => services.versions.get(project.id, number)));
    const authors = new Map(found.flatMap((version) => (version ? [[version.number, version.author.name] as const] : [])));
    return ok({ items: changes.map((change) => ({ ...change, by: authors.get(change.version ?? 0) ?? null })) });
  },
});
