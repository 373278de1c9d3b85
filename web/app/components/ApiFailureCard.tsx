/** What the API refused, with the way on where there is one: what is delicate asks for a session that began a short while ago. */

import { signOut } from "../account/sign-out.ts";
import type { ApiFailure } from "../api/answer.ts";
import { Button } from "./Button.tsx";
import { FailureCard } from "./FailureCard.tsx";

interface ApiFailureCardProps {
  failure: ApiFailure;
  className?: string;
}

export const ApiFailureCard = ({ failure, className }: ApiFailureCardProps) => (
  <FailureCard
    tone={failure.status >= 500 || failure.status === 0 ? "danger" : "warning"}
    title={failure.message}
    action={failure.code === "sign_in_again" && <SignInAgain />}
    className={className}
  >
    {failure.next}
  </FailureCard>
);

const SignInAgain = () => (
  <Button onClick={() => void signOut(`/sign-in?next=${encodeURIComponent(window.location.pathname)}`)}>Sign in again</Button>
);
