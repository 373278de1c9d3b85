/** The organization's domains, each proven by a record in its DNS; and the way to more of them. */
import type { OrganizationDomain } from "@edgewright/contracts";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { ListHead } from "../ListHead.tsx";
import { AddDomain } from "./AddDomain.tsx";
import { DomainCard } from "./DomainCard.tsx";

interface DomainsProps {
  path: string;
  organization: string;
  domains: OrganizationDomain[];
}

export function Domains({ path, organization, domains }: DomainsProps) {
  const notAllowed = useWhyNot("domain.update");
  const [adding, setAdding] = useState(false);
  const add = (
    <Button variant="primary" disabledReason={notAllowed} onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      Add domain
    </Button>
  );
  return (
    <section data-wide>
      <ListHead
        title="Domains"
        description={`Whoever has a confirmed address at one of these domains is offered to join ${organization}, without an invite.`}
        action={domains.length > 0 && add}
      />
      {domains.length === 0 ? (
        <div className="rounded-card border border-dashed border-border-strong">
          <EmptyState title="No domains yet" action={add}>
            Add the part after the @ of your addresses. You prove that it is yours with one record in its DNS.
          </EmptyState>
        </div>
      ) : (
        <ul aria-label="Domains" className="space-y-4">
          {domains.map((domain) => (
            <DomainCard key={domain.id} path={path} domain={domain} organization={organization} />
          ))}
        </ul>
      )}
      <AddDomain path={path} open={adding} onClose={() => setAdding(false)} />
    </section>
  );
}
