/** What the app does by itself: its automations, each on or off, and what they did, in the preview or as the app is published. */
import { RotateCw } from "lucide-react";
import { EmptyState } from "../../components/EmptyState.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { ViewChoice } from "../../components/ViewChoice.tsx";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { AutomationRow } from "./AutomationRow.tsx";
import { RunList } from "./RunList.tsx";
import { SigningSecret } from "./SigningSecret.tsx";
import { type AppAutomations, useAutomations } from "./use-automations.ts";

const VIEWS = [
  { view: null, label: "Preview" },
  { view: "production", label: "Published" },
] as const;

export default function AutomationsPane() {
  const { place, go } = useWorkspace();
  const automations = useAutomations();
  return (
    <div>
      <div className="sticky top-0 z-10 flex min-h-11 items-center justify-between gap-2 border-b border-border bg-surface px-3 py-1.5">
        <ViewChoice legend="Where they run" views={VIEWS} shown={place.in} go={(view) => go({ in: view })} />
        <IconButton label="Load again" size="icon-sm" onClick={automations.reload}>
          <RotateCw />
        </IconButton>
      </div>
      <Content automations={automations} />
    </div>
  );
}

function Content({ automations }: { automations: AppAutomations }) {
  const { project } = useWorkspace();
  const { list, runs, isPublished } = automations;
  const { answer } = list;
  if (!answer) return <Loading />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={list.reload} className="m-6 sm:mx-auto sm:max-w-md" />;
  const { items, unbegun } = answer.value;
  if (items.length === 0) return isPublished && project.publishedVersion === null ? <NotPublished /> : <NoneYet />;
  return (
    <div className="divide-y divide-border">
      <section aria-labelledby="automations" className="p-4">
        <h2 id="automations" className="font-semibold">
          Automations
        </h2>
        <p className="mt-0.5 text-muted">
          {isPublished
            ? "They act on the published app's rows, and send to the people who are named."
            : "They act on the preview's rows, and send nothing to anybody: what they would send stands below."}
        </p>
        <ul className="mt-2 divide-y divide-border">
          {items.map((automation) => (
            <AutomationRow key={automation.name} automation={automation} automations={automations} />
          ))}
        </ul>
        {items.some(({ calls }) => calls) && <SigningSecret />}
      </section>
      {unbegun > 0 && (
        <p role="status" className="bg-warning-soft px-4 py-3 text-warning">
          {unbegun.toLocaleString("en-US")} more were set off today, and not begun: the app has run as many as it may in a day.
        </p>
      )}
      <RunList loaded={runs} automations={automations} />
    </div>
  );
}

const NoneYet = () => (
  <EmptyState title="Nothing happens by itself yet">
    Ask for it in the chat: “Mail the customer when the order is shipped”, “Mail me three days before an invoice is due”. Each is a file in
    automations/, kept with the app's versions.
  </EmptyState>
);

const NotPublished = () => (
  <EmptyState title="Not published yet">Once the app is published, its automations act on its own rows there, and really send.</EmptyState>
);

const Loading = () => (
  <div aria-busy="true" className="divide-y divide-border">
    {[1, 2].map((row) => (
      <div key={row} className="flex items-start gap-3 px-4 py-4">
        <Skeleton className="h-5 w-9 rounded-full" />
        <div className="flex-1 space-y-1.5">
          <Skeleton className="h-4 w-56" />
          <Skeleton className="h-3.5 w-72 max-w-full" />
        </div>
      </div>
    ))}
  </div>
);
