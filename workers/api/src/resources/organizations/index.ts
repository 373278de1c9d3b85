/** Operations on organizations. */
import type { Operation } from "../../http/operation.ts";
import { createOrganization } from "./create-organization.ts";
import { deleteOrganization } from "./delete-organization.ts";
import { exportOrganization } from "./export-organization.ts";
import { getOrganization } from "./get-organization.ts";
import { leaveOrganization } from "./leave-organization.ts";
import { listOrganizations } from "./list-organizations.ts";
import { switchOrganization } from "./switch-organization.ts";
import { undeleteOrganization } from "./undelete-organization.ts";
import { updateOrganization } from "./update-organization.ts";

export const ORGANIZATIONS: readonly Operation[] = [
  listOrganizations,
  createOrganization,
  getOrganization,
  updateOrganization,
  deleteOrganization,
  undeleteOrganization,
  leaveOrganization,
  switchOrganization,
  exportOrganization,
];
