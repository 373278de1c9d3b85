/** The open invites: sent again, taken back; and the way to more of them. */
import type { InvitePage, Me } from "@edgewright/contracts";
import { UserPlus } from "lucide-react";
import { useRevalidator, useSearchParams } from "react-router";
import { usePages } from "../../api/use-pages.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ShowMore } from "../../components/ShowMore.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { ListHead } from "../ListHead.tsx";
import { InviteDialog } from "./InviteDialog.tsx";
import { InviteRow } from "./InviteRow.tsx";

interface InvitesProps {
  path: string;
  organization: Me["organization"];
  first: InvitePage;
}

export function Invites({ path, organization, first }: InvitesProps) {
  const pages = usePages(path, first, ({ id }) => id);
  const invites = pages.items;
  const [search, setSearch] = useSearchParams();
  const { revalidate } = useRevalidator();
  const notCreate = useWhyNot("invite.create");
  const inviting = search.has("invite") && notCreate === null;
  const setInviting = (open: boolean) => setSearch(open ? { invite: "" } : {}, { replace: true, preventScrollReset: true });
  const invite = (
    <Button variant="primary" disabledReason={notCreate} onClick={() => setInviting(true)}>
      <UserPlus aria-hidden="true" />
      Invite people
    </Button>
  );
  return (
    <section data-wide>
      <ListHead
        title="Invites"
        description={`Who may join ${organization.name} and has not yet. Once accepted, they are among the members.`}
        action={invites.length > 0 && invite}
      />
      {invites.length === 0 ? (
        <div className="rounded-card border border-dashed border-border-strong">
          <EmptyState title="No open invites" action={invite}>
            Invite people by e-mail, or make a link that you hand on yourself.
          </EmptyState>
        </div>
      ) : (
        <ul aria-label="Open invites" className="divide-y divide-border border-y border-border">
          {invites.map((each) => (
            <InviteRow
              key={each.id}
              path={path}
              invite={each}
              onChanged={(now) => pages.change(each.id, () => now)}
              onRevoked={() => pages.remove(each.id)}
            />
          ))}
        </ul>
      )}
      <ShowMore of="invites" pages={pages} />
      <InviteDialog
        path={path}
        organization={organization.name}
        open={inviting}
        onOpenChange={setInviting}
        onInvited={() => void revalidate()}
      />
    </section>
  );
}
