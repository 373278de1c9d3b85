/** Why somebody may not do something, in words. Read off the API's own table of permissions, so the two cannot part. */
import { type Action, rolesFor } from "@edgewright/accounts/permissions";
import type { Role } from "@edgewright/contracts";

export type { Action };

const PEOPLE: Record<Role, string> = { admin: "Admins", editor: "Editors", viewer: "Viewers" };

/** null: they may. */
export function whyNot(role: Role, action: Action): string | null {
  const roles = rolesFor(action);
  if (roles.includes(role)) return null;
  return `${PEOPLE[role]} cannot do this; it takes an ${roles.toReversed().join(" or ")}.`;
}
