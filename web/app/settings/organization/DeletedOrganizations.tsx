/** Settings, General: organizations that were deleted, with the way back while there is one. */
import type { Organization } from "@edgewright/contracts";
import { useAction } from "../../api/use-action.ts";
import { Button } from "../../components/Button.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { bringBack, dayOf } from "../../organizations/deleted.ts";
import { whyNot } from "../../permissions/reasons.ts";
import { ExportButton } from "./ExportButton.tsx";

export const DeletedOrganizations = ({ organizations }: { organizations: Organization[] }) => (
  <section id="deleted" aria-labelledby="deleted-title" className="scroll-mt-6 py-6">
    <h2 id="deleted-title" className="font-semibold">
      Deleted organizations
    </h2>
    <ul className="mt-4 divide-y divide-border rounded-card border border-border">
      {organizations.map((organization) => (
        <Row key={organization.id} organization={organization} />
      ))}
    </ul>
  </section>
);

function Row({ organization }: { organization: Organization }) {
  const { name, role, deletedAt, purgeAt } = organization;
  const { busy, run: back } = useAction(() => bringBack(organization));
  return (
    <li className="flex flex-wrap items-center gap-3 py-2.5 pr-2.5 pl-3">
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate font-medium">{name}</p>
        <p className="text-sm text-muted">
          {deletedAt && (
            <>
              Deleted <RelativeTime at={deletedAt} />
            </>
          )}
          {purgeAt && `, gone for good on ${dayOf(purgeAt)}`}
        </p>
      </div>
      <ExportButton organization={organization} small />
      <Button size="sm" busy={busy} disabledReason={whyNot(role, "organization.undelete")} onClick={() => void back()}>
        Bring back
      </Button>
    </li>
  );
}
