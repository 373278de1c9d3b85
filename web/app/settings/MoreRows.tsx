/** Under a list that comes in pages: the way to the next one, and why it could not be loaded. */
import type { ApiFailure } from "../api/answer.ts";
import { Button } from "../components/Button.tsx";
import { FailureCard } from "../components/FailureCard.tsx";

interface MoreRowsProps {
  /** What the list is of, such as "members". */
  of: string;
  hasMore: boolean;
  loading: boolean;
  failure: ApiFailure | null;
  onMore: () => void;
}

export const MoreRows = ({ of, hasMore, loading, failure, onMore }: MoreRowsProps) => (
  <>
    {failure && (
      <FailureCard title={`The other ${of} could not be loaded`} className="mt-3">
        {failure.message} {failure.next}
      </FailureCard>
    )}
    {hasMore && (
      <div className="mt-3 flex justify-center">
        <Button variant="ghost" busy={loading} onClick={onMore}>
          Show more
        </Button>
      </div>
    )}
  </>
);
