/** One person's line in AppRolesDialog: each of the app's roles, theirs or not. */
import type { AppRole, AppRoleHolder } from "@edgewright/contracts";
import { Badge } from "../../components/Badge.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { Person } from "../../organizations/Person.tsx";

interface AppRoleLineProps {
  person: AppRoleHolder;
  roles: readonly AppRole[];
  you: boolean;
  locked: boolean;
  onChange: (roles: string[]) => void;
}

export function AppRoleLine({ person, roles, you, locked, onChange }: AppRoleLineProps) {
  const { kind, name, email, role } = person;
  const isAdmin = role === "admin";
  const marks = isAdmin ? <Badge>admin: has every role</Badge> : kind === "invited" && <Badge tone="info">invited</Badge>;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <div className="flex min-w-0 flex-1">
        <Person name={name ?? email} email={name === null ? "Has these roles after joining" : email} you={you} marks={marks} />
      </div>
      <fieldset className="flex basis-full flex-wrap gap-x-4 pl-9">
        <legend className="sr-only">Roles of {name ?? email} in the app</legend>
        {roles.map((one) => (
          <Checkbox
            key={one.name}
            checked={isAdmin || person.roles.includes(one.name)}
            disabled={locked || isAdmin}
            onChange={(checked) => onChange(withRole(person.roles, one.name, checked))}
          >
            {one.label}
          </Checkbox>
        ))}
      </fieldset>
    </li>
  );
}

const withRole = (roles: readonly string[], role: string, has: boolean): string[] => [
  ...roles.filter((one) => one !== role),
  ...(has ? [role] : []),
];
