/** An invitation, in each state it can be in: what it offers, and the one thing to do now. */
import type { InviteOffer } from "@edgewright/contracts";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { ApiFailure } from "../api/answer.ts";
import { useLoad } from "../api/use-load.ts";
import { Button, buttonClass } from "../components/Button.tsx";
import { Mark } from "../components/Mark.tsx";
import { Skeleton } from "../components/Skeleton.tsx";
import { Offer } from "./Offer.tsx";

interface InviteScreenProps {
  secret: string;
  /** The address of the account; null: nobody is signed in. */
  signedInAs: string | null;
}

export function InviteScreen({ secret, signedInAs }: InviteScreenProps) {
  // Asked for by the page, not by the server, and not in the address: the secret belongs in no log.
  const { answer, reload } = useLoad<InviteOffer>("/api/invites/look-up", { body: { secret } });
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[26rem] flex-col justify-center px-4 pt-8 pb-[12vh]">
      <Link to="/" aria-label="Edgewright, home" className="mb-6 flex w-fit items-center gap-2 rounded-control font-semibold">
        <Mark className="size-3.5" />
        Edgewright
      </Link>
      {!answer ? (
        <Loading />
      ) : answer.ok ? (
        <Offer offer={answer.value} secret={secret} signedInAs={signedInAs} />
      ) : (
        <Gone failure={answer.error} signedIn={signedInAs !== null} onAgain={reload} />
      )}
    </main>
  );
}

const Loading = () => (
  <div role="status" aria-label="Loading the invitation" className="space-y-3">
    <Skeleton className="h-7 w-3/4" />
    <Skeleton className="h-4 w-full" />
    <Skeleton className="h-10 w-full" />
  </div>
);

/** Revoked, expired, used, unknown; or the platform could not be asked. */
function Gone({ failure, signedIn, onAgain }: { failure: ApiFailure; signedIn: boolean; onAgain: () => void }) {
  const outOfReach = failure.code === "unavailable" || failure.status >= 500;
  const broken = failure.code === "bad_request";
  return (
    <Said
      title={broken ? "This link is not whole" : failure.message.replace(/\.$/, "")}
      text={broken ? "A part of it was lost on the way. Open it from the mail again, or copy all of it." : failure.next}
    >
      {outOfReach ? (
        <Button variant="primary" size="lg" onClick={onAgain}>
          Try again
        </Button>
      ) : (
        <Link to={signedIn ? "/" : "/sign-in"} className={buttonClass({ variant: "primary", size: "lg" })}>
          {signedIn ? "Go to your projects" : "Sign in"}
        </Link>
      )}
    </Said>
  );
}

export const Said = ({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) => (
  <>
    <h1 className="text-xl/7 font-semibold text-balance">{title}</h1>
    {text && <p className="mt-2 text-muted">{text}</p>}
    <div className="mt-6 flex flex-col gap-2">{children}</div>
  </>
);
