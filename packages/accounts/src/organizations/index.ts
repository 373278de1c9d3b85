/** Organizations and who belongs to them. */
export * from "./app-roles.ts";
export * from "./change-member.ts";
export {
  createOrganization,
  deleteOrganization,
  type OrganizationDeps,
  purgeTime,
  undeleteOrganization,
  updateOrganization,
} from "./lifecycle.ts";
export { peopleOf } from "./people.ts";
export * from "./ports.ts";
export * from "./project-roles.ts";
export * from "./purge.ts";
export * from "./view.ts";
