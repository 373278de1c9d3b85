/** A new account, with an organization of its own. Once signed in, the loader leads on to `?next=`. */
import { redirect, useRevalidator, useSearchParams } from "react-router";
import { z } from "zod";
import { AccountPage } from "../account/AccountPage.tsx";
import { nextPath, withNext } from "../account/next-path.ts";
import { SignUp } from "../account/schemas.ts";
import { call } from "../api/browser.ts";
import { loadMe } from "../api/load.server.ts";
import { Button } from "../components/Button.tsx";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";
import type { Route } from "./+types/sign-up.ts";

export const meta: Route.MetaFunction = () => [{ title: "Sign up · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  if (await loadMe(args)) throw redirect(nextPath(args.url.searchParams));
  return null;
}

export default function SignUpRoute() {
  const [search] = useSearchParams();
  const { revalidate } = useRevalidator();
  const form = useForm({
    schema: SignUp,
    initial: { name: "", email: "", password: "" },
    submit: async (values) => {
      const answer = await call("POST", "/api/auth/sign-up/email", z.unknown(), { body: values });
      if (!answer.ok) return answer.failure;
      await revalidate();
      return null;
    },
  });
  return (
    <AccountPage
      title="Create your account"
      intro={search.has("draft") ? "Your description is kept; you can build it right after." : undefined}
      failure={form.failure}
      other={{ question: "Already have an account?", label: "Sign in", to: withNext("/sign-in", search) }}
    >
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
        <Field label="Name" error={form.errorOf("name")}>
          <Input autoComplete="name" autoFocus required {...form.bind("name")} />
        </Field>
        <Field label="E-mail" error={form.errorOf("email")}>
          <Input type="email" autoComplete="username" required {...form.bind("email")} />
        </Field>
        <Field label="Password" hint="At least 8 characters." error={form.errorOf("password")}>
          <Input type="password" autoComplete="new-password" required {...form.bind("password")} />
        </Field>
        <Button type="submit" variant="primary" busy={form.busy}>
          Create account
        </Button>
      </form>
    </AccountPage>
  );
}
