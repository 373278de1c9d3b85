/** Every deployment of the app, newest first. */
import { EmptyState } from "../../../components/EmptyState.tsx";
import { NotLoaded } from "../../../components/NotLoaded.tsx";
import { ShowMore } from "../../../components/ShowMore.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { DeploymentRow } from "./DeploymentRow.tsx";
import { useDeployments } from "./use-deployments.ts";

export function DeploymentList() {
  const { answer, reload, pages } = useDeployments();
  if (!answer) return <Loading />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} className="m-6 sm:mx-auto sm:max-w-md" />;
  if (pages.items.length === 0)
    return (
      <EmptyState title="Not published yet">
        Publish, at the top, puts a version at an address of its own. Each time is kept here, and one can go back to it.
      </EmptyState>
    );
  return (
    <>
      <ol className="divide-y divide-border">
        {pages.items.map((deployment) => (
          <DeploymentRow key={deployment.id} deployment={deployment} onChanged={reload} />
        ))}
      </ol>
      <div className="px-4 pb-4">
        <ShowMore of="deployments" pages={pages}>
          {pages.items.length > 5 && "This is where it began."}
        </ShowMore>
      </div>
    </>
  );
}

const Loading = () => (
  <div aria-busy="true" className="divide-y divide-border">
    {[1, 2, 3].map((row) => (
      <div key={row} className="flex items-center gap-3 px-4 py-3">
        <Skeleton className="size-2 rounded-full" />
        <div className="flex-1 space-y-1.5">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-3.5 w-64 max-w-full" />
        </div>
        <Skeleton className="h-7 w-24" />
      </div>
    ))}
  </div>
);
