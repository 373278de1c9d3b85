/** The three roles in words, for wherever one is shown or chosen. */
import { ROLES, type Role } from "@edgewright/contracts";
import type { Choice } from "../components/Select.tsx";

export const ROLE_NAMES: Record<Role, string> = { admin: "Admin", editor: "Editor", viewer: "Viewer" };

const ABOUT: Record<Role, string> = {
  admin: "Everything: people, models, budgets and each project.",
  editor: "Builds and changes projects.",
  viewer: "Looks at everything, changes nothing.",
};

export const roleChoices = (roles: readonly Role[] = ROLES): Choice[] =>
  roles.map((role) => ({ value: role, label: ROLE_NAMES[role], description: ABOUT[role] }));
