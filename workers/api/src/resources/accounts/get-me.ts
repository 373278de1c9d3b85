/** `GET /api/me`: who is signed in, and the organization they work in. */
import { Me } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";
import { meView } from "./me-view.ts";

export const getMe = personOperation({
  method: "get",
  path: "/api/me",
  summary: "Who is signed in",
  tag: "Account",
  tokens: true,
  returns: Me,
  needs: ["variables"],
  handle: async ({ services, caller }) => ok(meView(caller, services.variables)),
});
