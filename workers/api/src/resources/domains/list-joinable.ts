/** `GET /api/me/joinable`: organizations that proved the domain of the person's confirmed address. */
import { type JoinableOrganization, joinableBy } from "@edgewright/accounts";
import { JoinableList } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";

export const listJoinable = personOperation({
  method: "get",
  path: "/api/me/joinable",
  summary: "Organizations that you may join by your address",
  tag: "Account",
  returns: JoinableList,
  needs: ["domains"],
  handle: async ({ services, caller }) => ok(joinableView(await joinableBy(services, caller.user))),
});

export const joinableView = (found: JoinableOrganization[]): JoinableList => ({
  items: found.map(({ organizationId, name, role }) => ({ organizationId, name, role })),
});
