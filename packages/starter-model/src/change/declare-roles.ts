/** What rules ask for by a follow-up is declared, each role once, and told with where it is given. */
import { type Who, whereRolesAreGiven } from "../needs/who.ts";
import type { Draft } from "./draft.ts";

export function declareRoles({ model: { manifest }, told }: Draft, roles: Who): void {
  const { roles: declared = [] } = manifest;
  const added = roles.filter(({ name }) => declared.every((one) => one.name !== name));
  if (added.length === 0) return;
  manifest.roles = [...declared, ...added];
  told.push(whereRolesAreGiven(added));
}
