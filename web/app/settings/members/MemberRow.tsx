/** One member: who, since when, how well signed in, as what. */
import type { Member, Role } from "@edgewright/contracts";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { useChange } from "../../api/use-change.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { toast } from "../../components/toast.ts";
import { Person } from "../../organizations/Person.tsx";
import { RoleSelect } from "../../organizations/RoleSelect.tsx";
import { ROLE_NAMES } from "../../organizations/role-texts.ts";

const LAST_ADMIN = "An organization keeps one admin. Make somebody else one first.";

interface MemberRowProps {
  path: string;
  member: Member;
  you: boolean;
  notUpdate: string | null;
  notRemove: string | null;
  lastAdmin: boolean;
  onChanged: (role: Role) => void;
  onRemove: () => void;
}

export function MemberRow({ path, member, you, notUpdate, notRemove, lastAdmin, onChanged, onRemove }: MemberRowProps) {
  const change = useChange();
  /** A role of one's own that waits for a second thought. */
  const [asking, setAsking] = useState<Role | null>(null);
  const set = async (role: Role): Promise<ApiFailure | null> => {
    onChanged(role);
    const done = you ? "Your role is changed" : `${member.name} is ${ROLE_NAMES[role].toLowerCase()} now`;
    const refused = await change({ method: "PATCH", path: `${path}/${member.id}`, body: { role }, done });
    if (refused) onChanged(member.role);
    return refused;
  };
  const choose = async (role: Role) => {
    if (role === member.role) return;
    if (you) return setAsking(role);
    const refused = await set(role);
    if (refused) toast.failure(refused);
  };
  const locked = lastAdmin ? LAST_ADMIN : null;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <div className="flex min-w-0 flex-1 basis-72">
        <Person name={member.name} email={member.email} image={member.image} you={you} marks={member.twoFactor && <TwoFactor />}>
          <p className="text-sm text-muted">
            Joined <RelativeTime at={member.joinedAt} />
          </p>
          {member.exceptions.length > 0 && <Exceptions member={member} />}
          {lastAdmin && notUpdate === null && <p className="text-sm text-muted">{LAST_ADMIN}</p>}
        </Person>
      </div>
      <div className="flex shrink-0 items-center gap-2 max-sm:pl-11">
        <RoleSelect
          label={`Role of ${member.name}`}
          value={member.role}
          onChange={(role) => void choose(role)}
          disabledReason={notUpdate ?? locked}
          className="w-28"
        />
        <Button
          variant="ghost"
          className="w-20"
          disabledReason={(you ? null : notRemove) ?? locked}
          aria-label={`${you ? "Leave as" : "Remove"} ${member.name}`}
          onClick={onRemove}
        >
          {you ? "Leave" : "Remove"}
        </Button>
      </div>
      <ConfirmDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title="Change your own role?"
        description={`You will be ${asking && ROLE_NAMES[asking].toLowerCase()}, and only another admin can make you admin again.`}
        action="Change my role"
        onConfirm={async () => asking && set(asking)}
      />
    </li>
  );
}

const TwoFactor = () => (
  <Badge tone="success">
    <ShieldCheck aria-hidden="true" />
    two-factor
  </Badge>
);

/** Where another role holds, by project. */
const Exceptions = ({ member }: { member: Member }) => (
  <details className="text-sm">
    <summary className="w-fit text-muted hover:text-text">
      {member.exceptions.length === 1 ? "Another role in one project" : `Another role in ${member.exceptions.length} projects`}
    </summary>
    <ul className="mt-1 space-y-0.5">
      {member.exceptions.map(({ projectId, projectName, role }) => (
        <li key={projectId}>
          {projectName} <span className="text-muted">· {ROLE_NAMES[role]}</span>
        </li>
      ))}
    </ul>
  </details>
);
