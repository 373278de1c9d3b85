/** In the place of what could not be loaded: why, and to try again. */
import type { ApiFailure } from "../api/answer.ts";
import { Button } from "./Button.tsx";
import { FailureCard } from "./FailureCard.tsx";

interface NotLoadedProps {
  failure: ApiFailure;
  retry: () => void;
  className?: string;
}

export const NotLoaded = ({ failure, retry, className }: NotLoadedProps) => (
  <FailureCard title={failure.message} action={<Button onClick={retry}>Try again</Button>} className={className}>
    {failure.next}
  </FailureCard>
);
