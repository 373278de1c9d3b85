/** Settings: what happened in the organization, by whom and when. */
import type { AuditPage, MemberPage, ProjectPage } from "@edgewright/contracts";
import { Link, useNavigation } from "react-router";
import { load, requireMe, tryLoad } from "../api/load.server.ts";
import { buttonClass } from "../components/Button.tsx";
import { cn } from "../components/cn.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { whyNot } from "../permissions/reasons.ts";
import { AuditFilters } from "../settings/audit/AuditFilters.tsx";
import { AuditTable } from "../settings/audit/AuditTable.tsx";
import { CheckButton, CheckResult, useCheck } from "../settings/audit/CheckLog.tsx";
import { ExportMenu } from "../settings/audit/ExportMenu.tsx";
import { filterFrom, isNarrowed, queryOf } from "../settings/audit/filter.ts";
import { ListHead } from "../settings/ListHead.tsx";
import type { Route } from "./+types/settings.audit.ts";

export const meta: Route.MetaFunction = () => [{ title: "Audit log · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const { organization } = await requireMe(args);
  const path = `/api/orgs/${organization.id}/audit`;
  const filter = filterFrom(args.url.searchParams);
  const query = queryOf(filter, Date.now());
  const [first, members, projects] = await Promise.all([
    load<AuditPage>(args, `${path}?${query}`),
    tryLoad<MemberPage>(args, `/api/orgs/${organization.id}/members?limit=100`),
    tryLoad<ProjectPage>(args, "/api/projects?limit=100"),
  ]);
  // The filters can do without names that are not there.
  const people = members.ok ? members.value.items.map(({ userId, name, email }) => ({ value: userId, label: name || email })) : [];
  const named = projects.ok ? projects.value.items.map(({ id, name }) => ({ value: id, label: name })) : [];
  return { path, filter, query, first, people, projects: named, locked: whyNot(organization.role, "audit.export") };
}

export default function AuditRoute({ loaderData: { path, filter, query, first, people, projects, locked } }: Route.ComponentProps) {
  const underway = useNavigation().location?.pathname === "/settings/audit";
  const { busy, checked, failure, check } = useCheck(path);
  return (
    <section data-wide>
      <ListHead
        title="Audit log"
        description="What happened in this organization, by whom and from where. Each line is sealed into a chain, so that none can be altered or removed unnoticed."
        action={
          <div className="flex gap-2">
            <CheckButton busy={busy} check={check} />
            <ExportMenu path={path} query={query} locked={locked} />
          </div>
        }
      />
      <CheckResult checked={checked} failure={failure} />
      <AuditFilters filter={filter} people={people} projects={projects} />
      <div aria-busy={underway || undefined} className={cn("transition-opacity", underway && "opacity-50")}>
        {first.items.length === 0 ? (
          <Nothing narrowed={isNarrowed(filter)} />
        ) : (
          <AuditTable key={`${query} ${first.items[0]?.id}`} path={`${path}?${query}`} first={first} ofOrganization />
        )}
      </div>
    </section>
  );
}

const Nothing = ({ narrowed }: { narrowed: boolean }) =>
  narrowed ? (
    <EmptyState
      title="Nothing like that happened"
      action={
        <Link to="/settings/audit" className={buttonClass({ variant: "secondary" })}>
          Show everything
        </Link>
      }
    >
      No line of the log passes these filters.
    </EmptyState>
  ) : (
    <EmptyState
      title="Nothing happened yet"
      action={
        <Link to="/" className={buttonClass({ variant: "secondary" })}>
          Build an app
        </Link>
      }
    >
      As soon as somebody changes something here, it is told in the log.
    </EmptyState>
  );
