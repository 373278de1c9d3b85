/** The second step of signing in: a code of the authenticator app, or one of the recovery codes. */
import { useState } from "react";
import { useRevalidator, useSearchParams } from "react-router";
import { z } from "zod";
import { AccountPage } from "../account/AccountPage.tsx";
import { sendSecondFactor } from "../account/auth-calls.ts";
import { loadSignIn } from "../account/load.server.ts";
import { withNext } from "../account/next-path.ts";
import { AuthenticatorCode } from "../account/schemas.ts";
import { Button } from "../components/Button.tsx";
import { Checkbox } from "../components/Checkbox.tsx";
import { CodeInput } from "../components/CodeInput.tsx";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";
import type { Route } from "./+types/two-factor.ts";

export const meta: Route.MetaFunction = () => [{ title: "Sign in · Edgewright" }];

export const loader = (args: Route.LoaderArgs) => loadSignIn(args);

const RecoveryCode = z.object({ code: z.string().trim().min(1, "Enter one of your recovery codes.") });

export default function TwoFactorRoute() {
  const [kind, setKind] = useState<"code" | "recovery">("code");
  return <SecondFactor key={kind} kind={kind} onOther={() => setKind(kind === "code" ? "recovery" : "code")} />;
}

function SecondFactor({ kind, onOther }: { kind: "code" | "recovery"; onOther: () => void }) {
  const [search] = useSearchParams();
  const { revalidate } = useRevalidator();
  const [remember, setRemember] = useState(false);
  const form = useForm({
    schema: kind === "code" ? AuthenticatorCode : RecoveryCode,
    initial: { code: "" },
    submit: async ({ code }) => {
      const failure = await sendSecondFactor(kind, code.replaceAll(" ", ""), remember);
      if (!failure) await revalidate();
      return failure;
    },
  });
  return (
    <AccountPage
      title={kind === "code" ? "Enter your code" : "Enter a recovery code"}
      intro={
        kind === "code"
          ? "Your authenticator app shows six digits for Edgewright, new ones every half minute."
          : "One of those you kept when you turned two-factor on. Each works once."
      }
      failure={form.failure}
      other={{ question: "Taking too long?", label: "Sign in again", to: withNext("/sign-in", search) }}
    >
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
        <Field label={kind === "code" ? "Code" : "Recovery code"} error={form.errorOf("code")}>
          {kind === "code" ? (
            <CodeInput autoFocus {...form.bind("code")} />
          ) : (
            <Input autoFocus autoComplete="off" spellCheck={false} className="font-mono" {...form.bind("code")} />
          )}
        </Field>
        <div className="-mx-2">
          <Checkbox checked={remember} onChange={setRemember}>
            Do not ask again on this device for 30 days
          </Checkbox>
        </div>
        <Button type="submit" variant="primary" busy={form.busy}>
          Sign in
        </Button>
        <Button variant="ghost" onClick={onOther}>
          {kind === "code" ? "Use a recovery code" : "Use the authenticator app"}
        </Button>
      </form>
    </AccountPage>
  );
}
