/** Signing in with e-mail and password. Once signed in, the loader leads on to `?next=`. */
import { redirect, useRevalidator, useSearchParams } from "react-router";
import { z } from "zod";
import { AccountPage } from "../account/AccountPage.tsx";
import { nextPath, withNext } from "../account/next-path.ts";
import { SignIn } from "../account/schemas.ts";
import { call } from "../api/browser.ts";
import { loadMe } from "../api/load.server.ts";
import { Button } from "../components/Button.tsx";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";
import type { Route } from "./+types/sign-in.ts";

export const meta: Route.MetaFunction = () => [{ title: "Sign in · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  if (await loadMe(args)) throw redirect(nextPath(args.url.searchParams));
  return null;
}

export default function SignInRoute() {
  const [search] = useSearchParams();
  const { revalidate } = useRevalidator();
  const form = useForm({
    schema: SignIn,
    initial: { email: "", password: "" },
    submit: async (values) => {
      const answer = await call("POST", "/api/auth/sign-in/email", z.unknown(), { body: values });
      if (!answer.ok) return answer.failure;
      await revalidate();
      return null;
    },
  });
  return (
    <AccountPage
      title="Sign in"
      failure={form.failure}
      other={{ question: "No account yet?", label: "Sign up", to: withNext("/sign-up", search) }}
    >
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
        <Field label="E-mail" error={form.errorOf("email")}>
          <Input type="email" autoComplete="username" autoFocus required {...form.bind("email")} />
        </Field>
        <Field label="Password" error={form.errorOf("password")}>
          <Input type="password" autoComplete="current-password" required {...form.bind("password")} />
        </Field>
        <Button type="submit" variant="primary" busy={form.busy}>
          Sign in
        </Button>
      </form>
    </AccountPage>
  );
}
