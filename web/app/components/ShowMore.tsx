/** Under a list that comes in pages: the way to the next one, why it could not be loaded, or that this was all. */
import type { ReactNode } from "react";
import type { Pages } from "../api/use-pages.ts";
import { Button } from "./Button.tsx";
import { FailureCard } from "./FailureCard.tsx";

interface ShowMoreProps {
  /** What the list is of, such as "members". */
  of: string;
  pages: Pick<Pages<unknown>, "hasMore" | "loading" | "failure" | "load">;
  /** What is said at the list's end. */
  children?: ReactNode;
}

export const ShowMore = ({ of, pages: { hasMore, loading, failure, load }, children }: ShowMoreProps) => (
  <>
    {failure && (
      <FailureCard title={`The other ${of} could not be loaded`} className="mt-3">
        {failure.message} {failure.next}
      </FailureCard>
    )}
    {(hasMore || children) && (
      <div className="mt-3 flex min-h-8 items-center justify-center text-center text-sm text-muted">
        {hasMore ? (
          <Button variant="ghost" busy={loading} onClick={() => void load("next")}>
            Show more
          </Button>
        ) : (
          <p>{children}</p>
        )}
      </div>
    )}
  </>
);
