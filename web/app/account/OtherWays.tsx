/** The ways to sign in without a password: Google where it is offered, a passkey, a link by mail. */
import { KeyRound, Mail } from "lucide-react";
import { useState } from "react";
import type { ApiFailure } from "../api/answer.ts";
import { Button } from "../components/Button.tsx";
import { goToGoogle } from "./auth-calls.ts";
import { GoogleMark } from "./GoogleMark.tsx";

type Way = "google" | "passkey" | "link";

interface OtherWaysProps {
  google: boolean;
  /** Where to go once signed in, and where to show what went wrong. */
  next: string;
  errorPath: string;
  /** Resolve to the failure, or to null. Left out: not offered here. */
  onPasskey?: () => Promise<ApiFailure | null>;
  onLink?: () => Promise<ApiFailure | null>;
  onFailure: (failure: ApiFailure | null) => void;
}

export function OtherWays({ google, next, errorPath, onPasskey, onLink, onFailure }: OtherWaysProps) {
  const [busy, setBusy] = useState<Way | null>(null);
  const take = (way: Way, go: () => Promise<ApiFailure | null>) => async () => {
    setBusy(way);
    onFailure(null);
    const failure = await go();
    onFailure(failure);
    setBusy(null);
  };
  const button = (way: Way) => ({ busy: busy === way, disabled: busy !== null, className: "w-full" });
  return (
    <>
      <p
        aria-hidden="true"
        className="flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border"
      >
        or
      </p>
      <div className="flex flex-col gap-2">
        {google && (
          <Button {...button("google")} onClick={() => void take("google", () => goToGoogle("sign-in", next, errorPath))()}>
            <GoogleMark />
            Continue with Google
          </Button>
        )}
        {onPasskey && (
          <Button {...button("passkey")} onClick={() => void take("passkey", onPasskey)()}>
            <KeyRound aria-hidden="true" />
            Use a passkey
          </Button>
        )}
        {onLink && (
          <Button {...button("link")} onClick={() => void take("link", onLink)()}>
            <Mail aria-hidden="true" />
            E-mail me a link
          </Button>
        )}
      </div>
    </>
  );
}
