/** Signing in: by password, Google, passkey or a link by mail. Once signed in, the loader leads on to `?next=`. */
import type { SignInOptions } from "@edgewright/contracts";
import { useEffect, useRef, useState } from "react";
import { useLocation, useNavigate, useRevalidator, useSearchParams } from "react-router";
import { AccountPage, TextLink } from "../account/AccountPage.tsx";
import { sendConfirmation, sendSignInLink, signIn } from "../account/auth-calls.ts";
import { CheckMail } from "../account/CheckMail.tsx";
import { linkError } from "../account/link-errors.ts";
import { loadSignIn } from "../account/load.server.ts";
import { nextPath, withNext } from "../account/next-path.ts";
import { OtherWays } from "../account/OtherWays.tsx";
import { offerPasskeys, signInWithPasskey, stopOffering } from "../account/passkey.ts";
import { Address, SignIn } from "../account/schemas.ts";
import type { ApiFailure } from "../api/answer.ts";
import { Button } from "../components/Button.tsx";
import { FailureCard } from "../components/FailureCard.tsx";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";
import type { Route } from "./+types/sign-in.ts";

export const meta: Route.MetaFunction = () => [{ title: "Sign in · Edgewright" }];

export const loader = (args: Route.LoaderArgs) => loadSignIn(args);

type SentMail = { kind: "link" | "confirmation"; to: string };

/** Coming here again starts it over, as from "sign in another way". */
export default function SignInRoute({ loaderData }: Route.ComponentProps) {
  return <SignInPage key={useLocation().key} options={loaderData} />;
}

function SignInPage({ options }: { options: SignInOptions }) {
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
  const [other, setOther] = useState<ApiFailure | null>(null);
  const form = useForm({
    schema: SignIn,
    initial: { email: "", password: "" },
    submit: async (values) => {
      setOther(null);
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
  const failure = other ?? form.failure;
  const broken = failure ? null : linkError(search);
  const unconfirmed = form.failure?.code === "address_unconfirmed";
  return (
    <AccountPage
      title="Sign in"
      failure={failure}
      remedy={
        unconfirmed && <Button onClick={() => void send({ kind: "confirmation", to: form.values.email }).then(setOther)}>Send again</Button>
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
      <OtherWays
        google={google}
        next={nextPath(search)}
        errorPath={withNext("/sign-in", search)}
        onPasskey={withPasskey}
        onLink={withLink}
        onFailure={setOther}
      />
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
