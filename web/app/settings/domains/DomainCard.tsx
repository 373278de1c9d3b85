/** One domain: what to put into its DNS until it is verified, then as what its people join. */
import type { OrganizationDomain, Role } from "@edgewright/contracts";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { useAction } from "../../api/use-action.ts";
import { useChange } from "../../api/use-change.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { toast } from "../../components/toast.ts";
import { RoleSelect } from "../../organizations/RoleSelect.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { DOMAIN_ROLES } from "./AddDomain.tsx";
import { DnsRecord } from "./DnsRecord.tsx";

interface DomainCardProps {
  path: string;
  domain: OrganizationDomain;
  organization: string;
}

export function DomainCard({ path, domain: { id, domain, role, verifiedAt, record }, organization }: DomainCardProps) {
  const notAllowed = useWhyNot("domain.update");
  const [removing, setRemoving] = useState(false);
  const change = useChange();
  const own = `${path}/${id}`;
  const setRole = async (next: Role) => {
    const refused = await change({ method: "PATCH", path: own, body: { role: next }, done: "Saved" });
    if (refused) toast.failure(refused);
  };
  return (
    <li className="rounded-card border border-border">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
        <div className="min-w-0 flex-1 basis-56">
          <p className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 truncate font-medium">{domain}</span>
            {verifiedAt ? (
              <Badge tone="success">
                <CircleCheck aria-hidden="true" />
                verified
              </Badge>
            ) : (
              <Badge tone="warning">not verified yet</Badge>
            )}
          </p>
          {verifiedAt && (
            <p className="text-sm text-muted">
              Verified <RelativeTime at={verifiedAt} />
            </p>
          )}
        </div>
        <div className="flex shrink-0 items-center gap-2">
          <RoleSelect
            label={`People of ${domain} join as`}
            roles={DOMAIN_ROLES}
            value={role}
            onChange={(next) => void setRole(next)}
            disabledReason={notAllowed}
            className="w-28"
          />
          <Button variant="ghost" disabledReason={notAllowed} aria-label={`Remove ${domain}`} onClick={() => setRemoving(true)}>
            Remove
          </Button>
        </div>
      </div>
      {verifiedAt === null && <Proof path={own} domain={domain} record={record} notAllowed={notAllowed} />}
      <ConfirmDialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={`Remove ${domain}?`}
        description={`People with an address there are no longer offered to join ${organization}. Whoever joined stays.`}
        action="Remove domain"
        onConfirm={() => change({ method: "DELETE", path: own, done: `${domain} removed` })}
      />
    </li>
  );
}

interface ProofProps extends Pick<OrganizationDomain, "domain" | "record"> {
  path: string;
  notAllowed: string | null;
}

/** What is still to be done, and the look whether it is. */
function Proof({ path, domain, record, notAllowed }: ProofProps) {
  const change = useChange();
  const { busy, failure, run: verify } = useAction(() => change({ path: `${path}/verify`, done: `${domain} is verified` }));
  return (
    <div className="space-y-3 border-t border-border px-4 py-3">
      <p>Add this TXT record where the DNS of {domain} is kept, wait a few minutes, then press Verify.</p>
      <DnsRecord record={record} />
      {failure && (
        <FailureCard tone="warning" title={failure.message}>
          {failure.next}
        </FailureCard>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" busy={busy} disabledReason={notAllowed} onClick={() => void verify()}>
          Verify
        </Button>
        {busy && (
          <p role="status" className="text-muted">
            Asking the DNS of {domain}
          </p>
        )}
      </div>
    </div>
  );
}
