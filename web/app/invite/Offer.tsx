/** What an invitation that holds offers, and how to take it. */
import type { AcceptedInvite, InviteOffer } from "@edgewright/contracts";
import { Link } from "react-router";
import { signOut } from "../account/sign-out.ts";
import { call } from "../api/browser.ts";
import { useAction } from "../api/use-action.ts";
import { Button, buttonClass } from "../components/Button.tsx";
import { FailureCard } from "../components/FailureCard.tsx";
import { RelativeTime } from "../components/RelativeTime.tsx";
import { switchOrganization } from "../organizations/switch.ts";
import { comingBack } from "./coming-back.ts";

interface OfferProps {
  offer: InviteOffer;
  secret: string;
  signedInAs: string | null;
}

export function Offer({ offer, secret, signedInAs }: OfferProps) {
  const { organization, role, invitedBy, email, expiresAt, state } = offer;
  const title = state === "member" ? `You are in ${organization.name} already` : `Join ${organization.name}`;
  return (
    <>
      <h1 className="text-xl/7 font-semibold text-balance">{title}</h1>
      {state !== "member" && (
        <p className="mt-2 text-muted">
          {invitedBy} invites {email ?? "you"} to {role === "viewer" ? "see what they build" : "build with them"} on Edgewright, as{" "}
          {role === "viewer" ? "a" : "an"} {role}. The invitation ends <RelativeTime at={expiresAt} />.
        </p>
      )}
      <div className="mt-6 flex flex-col gap-2">
        {state === "sign_in" && <SignInFirst email={email} secret={secret} />}
        {state === "wrong_account" && <WrongAccount email={email} secret={secret} signedInAs={signedInAs} />}
        {(state === "ready" || state === "member") && <Accept offer={offer} secret={secret} signedInAs={signedInAs} />}
      </div>
    </>
  );
}

const SignInFirst = ({ email, secret }: { email: string | null; secret: string }) => (
  <>
    <Link to={comingBack("/sign-up", secret)} className={buttonClass({ variant: "primary", size: "lg" })}>
      Create an account
    </Link>
    <Link to={comingBack("/sign-in", secret)} className={buttonClass({ size: "lg" })}>
      Sign in
    </Link>
    {email && <p className="mt-1 text-sm text-muted">Use the address that was invited, {email}. You come back here after.</p>}
  </>
);

function WrongAccount({ email, secret, signedInAs }: { email: string | null; secret: string; signedInAs: string | null }) {
  const { busy, run: leave } = useAction(() => signOut(comingBack("/sign-in", secret)));
  return (
    <>
      <FailureCard tone="warning" title="This is for another account">
        The invitation is for {email}. You are signed in as {signedInAs}.
      </FailureCard>
      <Button variant="primary" size="lg" busy={busy} onClick={() => void leave()}>
        Sign out and use the other
      </Button>
      <Link to="/" className={buttonClass({ size: "lg", variant: "ghost" })}>
        Stay signed in
      </Link>
    </>
  );
}

/** Accepting twice is accepting once, so a member is led in the same way. */
function Accept({ offer, secret, signedInAs }: OfferProps) {
  const {
    busy,
    failure,
    run: accept,
  } = useAction(async () => {
    const accepted = await call<AcceptedInvite>("POST", "/api/invites/accept", { body: { secret } });
    return accepted.ok ? switchOrganization(accepted.value.organization.id) : accepted.error;
  });
  return (
    <>
      {failure && <FailureCard title={failure.message}>{failure.next}</FailureCard>}
      <Button variant="primary" size="lg" busy={busy} onClick={() => void accept()}>
        {offer.state === "member" ? `Open ${offer.organization.name}` : `Join ${offer.organization.name}`}
      </Button>
      {signedInAs && <p className="mt-1 text-sm text-muted">You are signed in as {signedInAs}.</p>}
    </>
  );
}
