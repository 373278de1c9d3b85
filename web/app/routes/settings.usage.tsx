/** Settings: what the organization's models took in a month, and what they may. */
import { Month, type MonthUsage } from "@edgewright/contracts";
import { Link, useNavigation } from "react-router";
import { load, requireMe } from "../api/load.server.ts";
import { buttonClass } from "../components/Button.tsx";
import { cn } from "../components/cn.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { useWhyNot } from "../permissions/use-why-not.ts";
import { BudgetsForm } from "../settings/usage/BudgetsForm.tsx";
import { DayChart } from "../settings/usage/DayChart.tsx";
import { MonthPicker } from "../settings/usage/MonthPicker.tsx";
import { monthTitle } from "../settings/usage/months.ts";
import { Spend } from "../settings/usage/Spend.tsx";
import { UsageTable } from "../settings/usage/UsageTable.tsx";
import type { Route } from "./+types/settings.usage.ts";

export const meta: Route.MetaFunction = () => [{ title: "Usage & budgets · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const { organization } = await requireMe(args);
  const path = `/api/orgs/${organization.id}`;
  const month = Month.safeParse(args.url.searchParams.get("month"));
  const usage = await load<MonthUsage>(args, `${path}/usage${month.success ? `?month=${month.data}` : ""}`);
  const latest = new Date().toISOString().slice(0, 7);
  return { path, usage, latest };
}

export default function UsageRoute({ loaderData: { path, usage, latest } }: Route.ComponentProps) {
  const notBudgets = useWhyNot("budgets.update");
  const underway = useNavigation().location?.pathname === "/settings/usage";
  return (
    <>
      <div aria-busy={underway || undefined} className={cn("border-b border-border pb-8 transition-opacity", underway && "opacity-50")}>
        <MonthPicker month={usage.month} latest={latest} />
        <Spend usage={usage} />
        {usage.total.calls === 0 ? <NothingYet month={usage.month} /> : <Breakdown usage={usage} />}
      </div>
      <div className="pt-6">
        <BudgetsForm key={JSON.stringify(usage.budgets)} path={`${path}/budgets`} budgets={usage.budgets} locked={notBudgets} />
      </div>
    </>
  );
}

const NothingYet = ({ month }: { month: string }) => (
  <EmptyState
    title={`No model was called in ${monthTitle(month)}`}
    action={
      <Link to="/" className={buttonClass({ variant: "secondary" })}>
        Build an app
      </Link>
    }
  >
    As soon as an app is built, its calls are summed here by day, project, person and model.
  </EmptyState>
);

const Breakdown = ({ usage }: { usage: MonthUsage }) => (
  <>
    <DayChart usage={usage} />
    <UsageTable title="Project" rows={usage.projects.map((row) => ({ ...row, label: <ProjectName {...row} /> }))} />
    <UsageTable title="Person" rows={usage.members.map((row) => ({ ...row, label: row.name }))} />
    <UsageTable title="Model" rows={usage.models.map((row) => ({ ...row, label: <ModelLabel id={row.id} /> }))} />
  </>
);

/** The model's own name first, since the rest may be cut off. */
function ModelLabel({ id }: { id: string }) {
  if (id.startsWith("starter:")) return "Starter";
  const cut = id.includes("/") ? id.lastIndexOf("/") : id.indexOf(":");
  return (
    <>
      {id.slice(cut + 1)} <span className="text-muted">{id.slice(0, cut)}</span>
    </>
  );
}

const ProjectName = ({ name, slug }: { name: string; slug: string | null }) =>
  slug === null ? (
    <span className="text-muted">{name}</span>
  ) : (
    <Link to={`/projects/${slug}`} className="hover:underline">
      {name}
    </Link>
  );
