/** Settings: what happened to the person's own account. */
import type { AuditPage } from "@edgewright/contracts";
import { Link } from "react-router";
import { load, requireMe } from "../api/load.server.ts";
import { buttonClass } from "../components/Button.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { AuditTable } from "../settings/audit/AuditTable.tsx";
import { ListHead } from "../settings/ListHead.tsx";
import type { Route } from "./+types/settings.activity.ts";

const PATH = "/api/me/activity";

export const meta: Route.MetaFunction = () => [{ title: "Activity · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const [, first] = await Promise.all([requireMe(args), load<AuditPage>(args, PATH)]);
  return { first };
}

export default function ActivityRoute({ loaderData: { first } }: Route.ComponentProps) {
  return (
    <section data-wide>
      <ListHead
        title="Activity"
        description="What happened to your account: sign-ins, and changes of how you sign in. Only you see it. Is something here that was not you? Set a new password and sign out other sessions."
        action={
          <Link to="/settings/security" className={buttonClass({ variant: "secondary" })}>
            Security
          </Link>
        }
      />
      {first.items.length === 0 ? (
        <EmptyState title="Nothing happened yet">Sign-ins and changes of your account will be listed here.</EmptyState>
      ) : (
        <AuditTable path={PATH} first={first} ofOrganization={false} />
      )}
    </section>
  );
}
