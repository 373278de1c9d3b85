/** One member's line in PeopleDialog: their role here, and whether it is the organization's. */
import { type ProjectRole, Role } from "@edgewright/contracts";
import { Badge } from "../../components/Badge.tsx";
import { Select } from "../../components/Select.tsx";
import { Person } from "../../organizations/Person.tsx";
import { ROLE_NAMES, roleChoices } from "../../organizations/role-texts.ts";

const ADMIN_EVERYWHERE = "An admin of the organization is one on each of its projects.";
/** As the select's value: no exception. */
const OF_ORGANIZATION = "organization";

interface PersonRoleProps {
  person: ProjectRole;
  you: boolean;
  notAllowed: string | null;
  onChange: (role: Role | null) => void;
}

export function PersonRole({ person, you, notAllowed, onChange }: PersonRoleProps) {
  const { name, email, organizationRole, own } = person;
  // One that says the same as the organization, or is an admin's, makes no difference.
  const excepted = own !== null && own !== organizationRole && organizationRole !== "admin";
  const inherited = { value: OF_ORGANIZATION, label: ROLE_NAMES[organizationRole], description: "Their role of the organization." };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <div className="flex min-w-0 flex-1 basis-60">
        <Person name={name} email={email} you={you} marks={excepted && <Badge tone="info">exception</Badge>} />
      </div>
      <Select
        label={`Role of ${name} here`}
        choices={[inherited, ...roleChoices(Role.options.filter((role) => role !== organizationRole))]}
        value={excepted ? own : OF_ORGANIZATION}
        onChange={(choice) => onChange(choice === OF_ORGANIZATION ? null : Role.parse(choice))}
        disabledReason={organizationRole === "admin" ? ADMIN_EVERYWHERE : notAllowed}
        className="w-32 shrink-0 max-sm:ml-11"
      />
    </li>
  );
}
