/** The organization's domains, each proven by a record in its DNS. */
import type { OrganizationDomain } from "@edgewright/contracts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ListHead } from "../ListHead.tsx";
import { AddDomain } from "./AddDomain.tsx";
import { DomainCard } from "./DomainCard.tsx";

interface DomainsProps {
  path: string;
  organization: string;
  domains: OrganizationDomain[];
}

export const Domains = ({ path, organization, domains }: DomainsProps) => (
  <section data-wide>
    <ListHead
      title="Domains"
      description={`Whoever has a confirmed address at one of these domains is offered to join ${organization}, without an invite.`}
    />
    <AddDomain path={path} />
    {domains.length === 0 ? (
      <div className="mt-6 rounded-card border border-dashed border-border-strong">
        <EmptyState title="No domains yet">
          Add the part after the @ of your addresses. You prove that it is yours with one record in its DNS.
        </EmptyState>
      </div>
    ) : (
      <ul aria-label="Domains" className="mt-6 space-y-4">
        {domains.map((domain) => (
          <DomainCard key={domain.id} path={path} domain={domain} organization={organization} />
        ))}
      </ul>
    )}
  </section>
);
