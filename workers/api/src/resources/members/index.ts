/** Operations on members. */
import type { Operation } from "../../http/operation.ts";
import { listAppRoles } from "./list-app-roles.ts";
import { listMembers } from "./list-members.ts";
import { listProjectRoles } from "./list-project-roles.ts";
import { removeMember } from "./remove-member.ts";
import { setAppRoles } from "./set-app-roles.ts";
import { setProjectRole } from "./set-project-role.ts";
import { updateMember } from "./update-member.ts";

export const MEMBERS: readonly Operation[] = [
  listMembers,
  updateMember,
  removeMember,
  listProjectRoles,
  setProjectRole,
  listAppRoles,
  setAppRoles,
];
