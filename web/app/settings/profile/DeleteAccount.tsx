/** Settings, Profile: the end of the account. Says what goes with it, and what stands against it. */
import type { AccountDeletion } from "@edgewright/contracts";
import { useState } from "react";
import type { Answer } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { leaveFor } from "../../api/leave.ts";
import { Button } from "../../components/Button.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { FormDialog } from "../../forms/FormDialog.tsx";
import { SettingsCard } from "../SettingsCard.tsx";

interface DeleteAccountProps {
  email: string;
  /** It is asked for then. */
  hasPassword: boolean;
  deletion: Answer<AccountDeletion>;
}

export function DeleteAccount({ email, hasPassword, deletion }: DeleteAccountProps) {
  const [asking, setAsking] = useState(false);
  const blockedBy = deletion.ok ? deletion.value.blockedBy : [];
  return (
    <>
      <SettingsCard
        title="Delete account"
        description="You, your ways to sign in and your tokens, for good."
        aside={
          <Button
            variant="danger"
            disabledReason={
              !deletion.ok ? "What it would take along is not known." : blockedBy.length > 0 && "Others need an administrator."
            }
            onClick={() => setAsking(true)}
          >
            Delete account
          </Button>
        }
      >
        {deletion.ok ? (
          <Consequences deletion={deletion.value} />
        ) : (
          <FailureCard title={deletion.error.message}>{deletion.error.next}</FailureCard>
        )}
      </SettingsCard>
      <DeleteDialog email={email} hasPassword={hasPassword} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

function Consequences({ deletion: { organizations, blockedBy } }: { deletion: AccountDeletion }) {
  if (blockedBy.length > 0)
    return (
      <FailureCard tone="warning" title={`You are the only administrator of ${listed(blockedBy.map(({ name }) => name))}.`}>
        Make another member an administrator there, or delete it; then you can go.
      </FailureCard>
    );
  if (organizations.length === 0) return <p>No organization goes with it. What you made in others stays there.</p>;
  return (
    <div>
      <p>With it go, as nobody else belongs to them:</p>
      <ul className="mt-1 list-disc pl-5">
        {organizations.map(({ name, projects }) => (
          <li key={name}>
            {name},{" "}
            {projects === 0
              ? "without projects"
              : projects === 1
                ? "with its project and the app"
                : `with its ${projects} projects and their apps`}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-muted">What you made in other organizations stays there.</p>
    </div>
  );
}

interface DeleteDialogProps extends Pick<DeleteAccountProps, "email" | "hasPassword"> {
  open: boolean;
  onClose: () => void;
}

function DeleteDialog({ email, hasPassword, ...dialog }: DeleteDialogProps) {
  const remove = async (typed: { email: string; password: string }) => {
    const body = { email: typed.email.trim(), ...(hasPassword ? { password: typed.password } : {}) };
    const answer = await call("DELETE", "/api/me", { body });
    // Anew, so that nothing of the account stays in memory.
    return answer.ok ? leaveFor("/") : answer.error;
  };
  return (
    <FormDialog
      {...dialog}
      title="Delete your account?"
      description="It cannot be brought back."
      initial={{ email: "", password: "" }}
      submit={remove}
      action="Delete account"
      danger
      cancel="Keep it"
      whyNot={({ values }) =>
        (values.email.trim().toLowerCase() !== email.toLowerCase() && "Type your address first.") ||
        (hasPassword && values.password === "" && "Enter your password first.")
      }
    >
      {({ errorOf, bind }) => (
        <>
          <Field label={`Type ${email} to confirm`} error={errorOf("email")}>
            <Input autoFocus autoComplete="off" spellCheck={false} {...bind("email")} />
          </Field>
          {hasPassword && (
            <Field label="Your password" error={errorOf("password")}>
              <Input type="password" autoComplete="current-password" {...bind("password")} />
            </Field>
          )}
        </>
      )}
    </FormDialog>
  );
}

const listed = (names: string[]) => new Intl.ListFormat("en").format(names);
