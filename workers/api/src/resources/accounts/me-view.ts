/** Who asks, as they are told themselves. */
import type { Me } from "@edgewright/contracts";
import type { Variables } from "../../env.ts";
import type { Caller } from "../../http/caller.ts";

export function meView({ user, organization }: Pick<Caller, "user" | "organization">, variables: Pick<Variables, "PREVIEW_ORIGIN">): Me {
  const { organizationId: id, name, slug, role } = organization;
  const { protocol, host } = new URL(variables.PREVIEW_ORIGIN);
  return { user, organization: { id, name, slug, role }, previews: `${protocol}//*.${host}` };
}
