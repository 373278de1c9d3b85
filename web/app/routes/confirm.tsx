/** Where the links of mails that confirm an address lead: it is confirmed, one more step is left, or the link is spent. */
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { AccountPage } from "../account/AccountPage.tsx";
import { sendConfirmation } from "../account/auth-calls.ts";
import { CheckMail } from "../account/CheckMail.tsx";
import { linkError } from "../account/link-errors.ts";
import { loadOptions } from "../account/load.server.ts";
import { nextPath, withNext } from "../account/next-path.ts";
import { Address } from "../account/schemas.ts";
import { loadMe } from "../api/load.server.ts";
import { Button, buttonClass } from "../components/Button.tsx";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";
import { useMe } from "../session.ts";
import type { Route } from "./+types/confirm.ts";

export const meta: Route.MetaFunction = () => [{ title: "Confirm your address · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  await loadMe(args);
  return loadOptions(args);
}

export default function ConfirmRoute({ loaderData: { outbox } }: Route.ComponentProps) {
  const [search] = useSearchParams();
  const me = useMe();
  const broken = linkError(search);
  if (broken) return <Spent title={broken.title} outbox={outbox} />;
  const to = search.get("to");
  const onward = me ? (
    <Link to={nextPath(search)} className={buttonClass({ variant: "primary" })}>
      Go on
    </Link>
  ) : (
    <Link to={withNext("/sign-in", search)} className={buttonClass({ variant: "primary" })}>
      Sign in
    </Link>
  );
  // Of two mails, to the former address and then to the new one, this was the first.
  if (to !== null && me && me.user.email !== to)
    return (
      <AccountPage title="One more step" intro={`Now open the mail that went to ${to}. Until then your address stays ${me.user.email}.`}>
        {onward}
      </AccountPage>
    );
  return (
    <AccountPage title="Your address is confirmed" intro={me ? `You are signed in as ${me.user.email}.` : "You can sign in with it now."}>
      {onward}
    </AccountPage>
  );
}

function Spent({ title, outbox }: { title: string; outbox: string | null }) {
  const [search] = useSearchParams();
  const me = useMe();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const next = nextPath(search);
  const form = useForm({
    schema: Address,
    initial: { email: me?.user.email ?? "" },
    submit: async ({ email }) => {
      const failure = await sendConfirmation(email, next);
      if (!failure) setSentTo(email);
      return failure;
    },
  });
  const other = { question: "Confirmed already?", label: me ? "Go on" : "Sign in", to: me ? next : withNext("/sign-in", search) };
  if (sentTo !== null)
    return (
      <AccountPage title="Check your mail" other={other}>
        <CheckMail again={() => sendConfirmation(sentTo, next)} outbox={outbox}>
          If <strong className="font-medium">{sentTo}</strong> waits to be confirmed, a new link is on its way there.
        </CheckMail>
      </AccountPage>
    );
  return (
    <AccountPage title="Confirm your address" intro={title} failure={form.failure} other={other}>
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
        <Field label="E-mail" error={form.errorOf("email")}>
          <Input type="email" autoComplete="username" required {...form.bind("email")} />
        </Field>
        <Button type="submit" variant="primary" busy={form.busy}>
          Send a new link
        </Button>
      </form>
    </AccountPage>
  );
}
