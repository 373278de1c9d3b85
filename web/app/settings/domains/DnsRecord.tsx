/** The record that proves a domain, part by part, each to be copied. */
import type { OrganizationDomain } from "@edgewright/contracts";
import { CopyButton } from "../../components/CopyButton.tsx";

export const DnsRecord = ({ record }: Pick<OrganizationDomain, "record">) => (
  <dl className="divide-y divide-border rounded-card border border-border bg-background text-sm">
    <Part name="Type" value="TXT" />
    <Part name="Name" value={record.name} copied />
    <Part name="Value" value={record.value} copied />
  </dl>
);

const Part = ({ name, value, copied = false }: { name: string; value: string; copied?: boolean }) => (
  <div className="flex items-center gap-3 py-1.5 pr-1.5 pl-3">
    <dt className="w-12 shrink-0 text-muted">{name}</dt>
    <dd className="min-w-0 flex-1 font-mono text-xs break-all">{value}</dd>
    {copied && <CopyButton size="sm" variant="ghost" text={value} aria-label={`Copy the ${name.toLowerCase()}`} />}
  </div>
);
