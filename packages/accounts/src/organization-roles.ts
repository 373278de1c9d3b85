/** The platform's roles in better-auth's words: who may invite, change roles and rename an organization. Used by auth.ts. */
import { Role } from "@edgewright/contracts";
import { APIError } from "better-auth/api";
import { createAccessControl } from "better-auth/plugins/access";
import { defaultStatements } from "better-auth/plugins/organization/access";

export const accessControl = createAccessControl(defaultStatements);

export const organizationRoles = {
  admin: accessControl.newRole({
    organization: ["update"],
    member: ["create", "update", "delete"],
    invitation: ["create", "cancel"],
    ac: ["read"],
  }),
  editor: accessControl.newRole({ ac: ["read"] }),
  viewer: accessControl.newRole({ ac: ["read"] }),
};

/** better-auth merges its own `owner` and `member` into the roles above, so each place that gives a role asks here. */
export function refuseForeignRole(role: string): void {
  if (Role.safeParse(role).success) return;
  throw new APIError("BAD_REQUEST", { message: `There is no role "${role.slice(0, 40)}". Choose one of ${Role.options.join(", ")}.` });
}
