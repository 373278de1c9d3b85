import type { DataError } from "@edgewright/app-kit";
import type { ReactNode } from "react";
import { Button } from "./Button";
import { EmptyState } from "./EmptyState";
import { Skeleton } from "./Skeleton";

type Props = {
  of: { rows: unknown[]; status: "loading" | "ready" | "error"; error?: DataError | null; reload: () => unknown };
  empty?: ReactNode;
  children: ReactNode;
};

/** Shows its children once the rows are there, and until then what is the matter. Whoever may not see them is told so, and has no buttons (`Page`, `Toolbar`). */
export function Loaded({ of, empty, children }: Props) {
  if (of.status === "error" && of.error?.code === "forbidden") {
    return (
      <div data-refused>
        <EmptyState title="Not open to you">
          {of.error.message} {of.error.next}
        </EmptyState>
      </div>
    );
  }
  if (of.status === "error") {
    const retry = (
      <Button variant="secondary" onClick={() => of.reload()}>
        Try again
      </Button>
    );
    return (
      <EmptyState title="This could not be loaded" action={retry}>
        {of.error?.message}
      </EmptyState>
    );
  }
  if (of.status === "loading" && of.rows.length === 0) return <Skeleton />;
  return of.rows.length === 0 && empty ? empty : children;
}
