/** Signing in: by password, Google, passkey or a link by mail. Drawn by the sign-in route. */
import type { SignInOptions } from "@edgewright/contracts";
import { useEffect, useRef, useState } from "react";
import { useNavigate, useRevalidator, useSearchParams } from "react-router";
import type { ApiFailure } from "../api/answer.ts";
import { useAction } from "../api/use-action.ts";
import { Button } from "../components/Button.tsx";
import { FailureCard } from "../components/FailureCard.tsx";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";
import { AccountPage, TextLink } from "./AccountPage.tsx";
import { goToGoogle, sendConfirmation, sendSignInLink, signIn } from "./auth-calls.ts";
import { CheckMail } from "./CheckMail.tsx";
import { linkError } from "./link-errors.ts";
import { nextPath, withNext } from "./next-path.ts";
import { OtherWays, useOtherWays } from "./OtherWays.tsx";
import { offerPasskeys, signInWithPasskey, stopOffering } from "./passkey.ts";
import { Address, SignIn } from "./schemas.ts";

type SentMail = { kind: "link" | "confirmation"; to: string };

export function SignInPage({ options }: { options: SignInOptions }) {
  const [search] = useSearchParams();
  const [sent, setSent] = useState<SentMail | null>(null);
  const next = nextPath(search);
  const send = ({ kind, to }: SentMail) =>
    kind === "link" ? sendSignInLink(to, next, withNext("/sign-in", search)) : sendConfirmation(to, next);
  if (!sent) {
    const first = async (mail: SentMail) => {
      const failure = await send(mail);
      if (!failure) setSent(mail);
      return failure;
    };
    return <SignInForm google={options.google} send={first} />;
  }
  return (
    <AccountPage
      title="Check your mail"
      other={{ question: "Or go back and", label: "sign in another way", to: withNext("/sign-in", search) }}
    >
      <CheckMail again={() => send(sent)} outbox={options.outbox}>
        {sent.kind === "link" ? (
          <>
            A link to sign in is on its way to <strong className="font-medium">{sent.to}</strong>. It works once, for 15 minutes.
          </>
        ) : (
          <>
            A link to confirm your address is on its way to <strong className="font-medium">{sent.to}</strong>. It works for a day.
          </>
        )}
      </CheckMail>
    </AccountPage>
  );
}

function SignInForm({ google, send }: { google: boolean; send: (mail: SentMail) => Promise<ApiFailure | null> }) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const email = useRef<HTMLInputElement>(null);
  const form = useForm({
    schema: SignIn,
    initial: { email: "", password: "" },
    submit: async (values) => {
      other.forget();
      again.forget();
      const answer = await signIn(values);
      if (!answer.ok) return answer.error;
      if (answer.value.twoFactorRedirect) await navigate(withNext("/sign-in/two-factor", search));
      else await revalidate();
      return null;
    },
  });
  usePasskeyOffer(() => void revalidate());
  const withPasskey = async () => {
    const failure = await signInWithPasskey();
    if (!failure) await revalidate();
    return failure;
  };
  const withLink = async () => {
    const address = Address.safeParse(form.values);
    if (address.success) return send({ kind: "link", to: address.data.email });
    email.current?.focus();
    return { status: 422, code: "bad_request" as const, message: "Enter your e-mail address first.", next: "The link is sent there." };
  };
  const other = useOtherWays({
    google: google ? () => goToGoogle("sign-in", nextPath(search), withNext("/sign-in", search)) : undefined,
    passkey: withPasskey,
    link: withLink,
  });
  const again = useAction(() => send({ kind: "confirmation", to: form.values.email }));
  const failure = again.failure ?? other.failure ?? form.failure;
  const broken = failure ? null : linkError(search);
  const unconfirmed = form.failure?.code === "address_unconfirmed";
  return (
    <AccountPage
      title="Sign in"
      failure={failure}
      remedy={
        unconfirmed && (
          <Button busy={again.busy} onClick={() => void again.run()}>
            Send again
          </Button>
        )
      }
      other={{ question: "No account yet?", label: "Sign up", to: withNext("/sign-up", search) }}
    >
      {broken && (
        <FailureCard tone="warning" title={broken.title}>
          {broken.next}
        </FailureCard>
      )}
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
        <Field label="E-mail" error={form.errorOf("email")}>
          <Input ref={email} type="email" autoComplete="username webauthn" autoFocus required {...form.bind("email")} />
        </Field>
        <Field
          label="Password"
          error={form.errorOf("password")}
          hint={<TextLink to={withNext("/reset-password", search)}>Forgot your password?</TextLink>}
        >
          <Input type="password" autoComplete="current-password" required {...form.bind("password")} />
        </Field>
        <Button type="submit" variant="primary" busy={form.busy}>
          Sign in
        </Button>
      </form>
      <OtherWays by={other} />
    </AccountPage>
  );
}

/** The browser lists the device's passkeys under the e-mail field, if there are any. */
function usePasskeyOffer(onSignedIn: () => void) {
  const signedIn = useRef(onSignedIn);
  signedIn.current = onSignedIn;
  useEffect(() => {
    let left = false;
    void offerPasskeys().then((done) => done && !left && signedIn.current());
    return () => {
      left = true;
      void stopOffering();
    };
  }, []);
}
