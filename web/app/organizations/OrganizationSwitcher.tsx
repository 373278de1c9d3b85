/** The organization's name in the header, and the menu under it: the others, a new one, its settings. */
import type { Organization, OrganizationList } from "@edgewright/contracts";
import { Check, ChevronsUpDown, Plus, Settings } from "lucide-react";
import { lazy, useState } from "react";
import { useLoad } from "../api/use-load.ts";
import { Menu, MenuItem, MenuLink, MenuNote, MenuSeparator } from "../components/Menu.tsx";
import { Skeleton } from "../components/Skeleton.tsx";
import { toast } from "../components/toast.ts";
import { WhenOpen } from "../components/WhenOpen.tsx";
import { bringBack, dayOf } from "./deleted.ts";
import { ROLE_NAMES } from "./role-texts.ts";
import { switchOrganization } from "./switch.ts";

const CreateOrganization = lazy(() => import("./CreateOrganization.tsx"));

/** `shown` is the one whose name stands in the header: the active one, or the shown project's. */
export function OrganizationSwitcher({ shown }: { shown: { id: string; name: string } }) {
  const [creating, setCreating] = useState(false);
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            aria-label={`Organization: ${shown.name}`}
            className="-mx-1.5 flex h-7 min-w-0 items-center gap-1 rounded-control px-1.5 text-muted transition-colors hover:bg-text/6 hover:text-text data-popup-open:bg-text/6 pointer-coarse:h-9"
          >
            <span className="truncate">{shown.name}</span>
            <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0" />
          </button>
        }
      >
        <Organizations shownId={shown.id} />
        <MenuSeparator />
        <MenuItem icon={<Plus aria-hidden="true" />} onClick={() => setCreating(true)}>
          New organization
        </MenuItem>
        <MenuLink to="/settings/organization" icon={<Settings aria-hidden="true" />}>
          Settings
        </MenuLink>
      </Menu>
      <WhenOpen open={creating}>
        <CreateOrganization open={creating} onClose={() => setCreating(false)} />
      </WhenOpen>
    </>
  );
}

/** Asked for each time the menu opens. */
function Organizations({ shownId }: { shownId: string }) {
  const { answer } = useLoad<OrganizationList>("/api/orgs");
  if (!answer)
    return (
      <div role="status" aria-label="Loading your organizations" className="space-y-3 px-2 py-2">
        <Skeleton className="h-4 w-32" />
        <Skeleton className="h-4 w-24" />
      </div>
    );
  if (!answer.ok) return <MenuNote>{answer.error.message}</MenuNote>;
  const { items, active } = answer.value;
  const living = items.filter(({ deletedAt }) => deletedAt === null);
  const deleted = items.filter(({ deletedAt }) => deletedAt !== null);
  return (
    <>
      {living.map((organization) => (
        <Living key={organization.id} organization={organization} shown={organization.id === shownId} active={organization.id === active} />
      ))}
      {deleted.map((organization) => (
        <Deleted key={organization.id} organization={organization} />
      ))}
    </>
  );
}

function Living({ organization, shown, active }: { organization: Organization; shown: boolean; active: boolean }) {
  const open = async () => {
    const refused = active ? null : await switchOrganization(organization.id);
    if (refused) toast.failure(refused);
    else window.location.assign("/");
  };
  return (
    <MenuItem
      icon={<Check aria-hidden="true" className={shown ? undefined : "invisible"} />}
      aria-current={shown ? "true" : undefined}
      onClick={() => void open()}
    >
      {organization.name} <span className="text-muted">· {ROLE_NAMES[organization.role]}</span>
    </MenuItem>
  );
}

function Deleted({ organization }: { organization: Organization }) {
  const mayReturn = organization.role === "admin";
  return (
    <MenuItem
      icon={<Check aria-hidden="true" className="invisible" />}
      disabledReason={mayReturn ? null : "An admin of the organization can bring it back."}
      onClick={() => void bringBack(organization)}
    >
      <span className="text-muted line-through">{organization.name}</span>
      <span className="text-sm text-muted">
        {" "}
        · {mayReturn ? "Bring back" : "deleted"}
        {organization.purgeAt && `, until ${dayOf(organization.purgeAt)}`}
      </span>
    </MenuItem>
  );
}
