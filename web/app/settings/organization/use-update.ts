/** Saves what is changed of an organization, and shows the page anew. Used by its forms under General. */
import type { UpdateOrganization } from "@edgewright/contracts";
import { useChange } from "../../api/use-change.ts";

export function useUpdate(organizationId: string) {
  const change = useChange();
  return (body: UpdateOrganization, done: string) => change({ method: "PATCH", path: `/api/orgs/${organizationId}`, body, done });
}
