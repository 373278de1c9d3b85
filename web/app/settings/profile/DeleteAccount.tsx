/** Settings, Profile: the end of the account. Says what goes with it, and what stands against it. */
import type { AccountDeletion } from "@edgewright/contracts";
import { type FormEvent, useState } from "react";
import type { Answer, ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { ApiFailureCard } from "../../components/ApiFailureCard.tsx";
import { Button } from "../../components/Button.tsx";
import { Dialog, DialogActions } from "../../components/Dialog.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { SettingsSection } from "../SettingsSection.tsx";

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
      <SettingsSection
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
      </SettingsSection>
      <Dialog open={asking} onOpenChange={setAsking} title="Delete your account?" description="It cannot be brought back.">
        <DeleteForm email={email} hasPassword={hasPassword} onClose={() => setAsking(false)} />
      </Dialog>
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

interface DeleteFormProps extends Pick<DeleteAccountProps, "email" | "hasPassword"> {
  onClose: () => void;
}

function DeleteForm({ email, hasPassword, onClose }: DeleteFormProps) {
  const [password, setPassword] = useState("");
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const same = typed.trim().toLowerCase() === email.toLowerCase();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!same || busy || (hasPassword && password === "")) return;
    setBusy(true);
    const answer = await call("DELETE", "/api/me", {
      body: { email: typed.trim(), ...(hasPassword ? { password } : {}) },
    });
    // Anew, so that nothing of the account stays in memory.
    if (answer.ok) return window.location.assign("/");
    setFailure(answer.error);
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Field label={`Type ${email} to confirm`}>
        <Input autoFocus autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      {hasPassword && (
        <Field label="Your password" className="mt-4">
          <Input type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
        </Field>
      )}
      {failure && <ApiFailureCard failure={failure} className="mt-3" />}
      <DialogActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button
          type="submit"
          variant="danger"
          busy={busy}
          disabledReason={(!same && "Type your address first.") || (hasPassword && password === "" && "Enter your password first.")}
        >
          Delete account
        </Button>
      </DialogActions>
    </form>
  );
}

const listed = (names: string[]) => new Intl.ListFormat("en").format(names);
