/** On the start page: organizations that this person may join, since their address is at a domain of theirs. */
import type { AcceptedInvite, JoinableList } from "@edgewright/contracts";
import { call } from "../api/browser.ts";
import { useAction } from "../api/use-action.ts";
import { Button } from "../components/Button.tsx";
import { ROLE_NAMES } from "../organizations/role-texts.ts";
import { switchOrganization } from "../organizations/switch.ts";

export function Joinable({ offers }: { offers: JoinableList["items"] }) {
  if (offers.length === 0) return null;
  return (
    <ul aria-label="Organizations you may join" className="mb-8 space-y-2">
      {offers.map((offer) => (
        <Row key={offer.organizationId} offer={offer} />
      ))}
    </ul>
  );
}

function Row({ offer: { organizationId, name, role } }: { offer: JoinableList["items"][number] }) {
  const {
    busy,
    failure,
    run: join,
  } = useAction(async () => {
    const joined = await call<AcceptedInvite>("POST", "/api/orgs/join", { body: { organizationId } });
    return joined.ok ? switchOrganization(organizationId) : joined.error;
  });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-border bg-info-soft px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{name} is on Edgewright</p>
        <p className={failure ? "text-sm text-danger" : "text-sm text-muted"}>
          {failure
            ? `${failure.message} ${failure.next ?? ""}`
            : `Your address is of its domain: you may join as ${ROLE_NAMES[role].toLowerCase()}.`}
        </p>
      </div>
      <Button busy={busy} onClick={() => void join()}>
        Join {name}
      </Button>
    </li>
  );
}
