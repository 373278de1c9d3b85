/** One variable in the list, set or still asked for. */
import type { NeededVariable, Variable } from "@edgewright/contracts";
import type { ReactNode } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { useAction } from "../../api/use-action.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";

interface VariableRowProps {
  variable: Variable;
  /** What the app says of it. */
  need: NeededVariable | undefined;
  notAllowed: string | null;
  onChange: () => void;
  remove: () => Promise<ApiFailure | null>;
}

export function VariableRow({ variable, need, notAllowed, onChange, remove }: VariableRowProps) {
  const { name, secret, value, updatedAt, updatedBy } = variable;
  const { busy, run } = useAction(remove, { raises: true });
  return (
    <Row
      name={name}
      badge={secret && <Badge>secret</Badge>}
      actions={
        <>
          <Button size="sm" disabledReason={notAllowed} onClick={onChange} aria-label={`Change ${name}`}>
            Change
          </Button>
          <Button
            size="sm"
            variant="ghost"
            busy={busy}
            disabledReason={notAllowed}
            onClick={() => void run()}
            aria-label={`Remove ${name}`}
          >
            Remove
          </Button>
        </>
      }
    >
      {value !== null && <p className="truncate font-mono">{value === "" ? <span className="font-sans text-muted">empty</span> : value}</p>}
      {need?.description && <p className="text-muted">{need.description}</p>}
      <p className="text-muted">
        {updatedBy} · <RelativeTime at={updatedAt} />
      </p>
    </Row>
  );
}

interface NeedRowProps {
  need: NeededVariable;
  notAllowed: string | null;
  onSet: () => void;
}

export const NeedRow = ({ need: { name, description, required }, notAllowed, onSet }: NeedRowProps) => (
  <Row
    name={name}
    badge={<Badge tone={required ? "warning" : "neutral"}>{required ? "needed, not set" : "not set"}</Badge>}
    actions={
      <Button size="sm" disabledReason={notAllowed} onClick={onSet} aria-label={`Set ${name}`}>
        Set
      </Button>
    }
  >
    {description && <p className="text-muted">{description}</p>}
  </Row>
);

const Row = ({ name, badge, actions, children }: { name: string; badge: ReactNode; actions: ReactNode; children: ReactNode }) => (
  <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-2.5">
    <div className="min-w-0 flex-1 basis-52 space-y-0.5 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-mono break-all">{name}</span>
        {badge}
      </p>
      {children}
    </div>
    <div className="flex gap-1">{actions}</div>
  </li>
);
