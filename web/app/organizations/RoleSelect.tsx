/** Chooses one of the roles. Used for members, invites, domains and single projects. */
import { Role } from "@edgewright/contracts";
import { Select } from "../components/Select.tsx";
import { roleChoices } from "./role-texts.ts";

interface RoleSelectProps {
  value: Role;
  onChange: (role: Role) => void;
  /** Which may be chosen; all, unless named. */
  roles?: readonly Role[];
  label?: string;
  disabledReason?: string | null;
  className?: string;
}

export const RoleSelect = ({ value, onChange, roles, ...props }: RoleSelectProps) => (
  <Select choices={roleChoices(roles)} value={value} onChange={(role) => onChange(Role.parse(role))} {...props} />
);
