import { useAccess } from "@edgewright/app-kit";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "./Button";
import { EmptyState } from "./EmptyState";

type Props = {
  form: { busy: boolean; problem: string | null };
  onSubmit: (event: FormEvent) => Promise<boolean>;
  onAgain: () => void;
  /** What the button says. */
  send?: string;
  /** Stands before the button. */
  before?: ReactNode;
  children: ReactNode;
};

/** A form on a page of its own, which says thank you once `onSubmit` answers that it has been sent. Whoever may only look is told so. */
export function SendForm({ form, onSubmit, onAgain, send = "Send", before, children }: Props) {
  const access = useAccess();
  const [sent, setSent] = useState(false);
  const again = () => {
    onAgain();
    setSent(false);
  };

  if (sent) {
    return (
      <EmptyState title="Thank you, it has been sent" action={<Button onClick={again}>Send another</Button>}>
        You can close this page now.
      </EmptyState>
    );
  }
  return (
    <form
      noValidate
      onSubmit={async (event) => setSent(await onSubmit(event))}
      className="flex flex-col gap-5 rounded-card border border-border bg-surface p-5 sm:p-7"
    >
      <fieldset disabled={access === "read"} className="flex min-w-0 flex-col gap-5">
        {children}
      </fieldset>
      {form.problem && (
        <p role="alert" className="text-danger">
          {form.problem}
        </p>
      )}
      {access === "read" ? (
        <p className="text-muted">You may look at this form, but not send it.</p>
      ) : (
        <footer className="flex gap-2">
          {before}
          <Button type="submit" disabled={form.busy || access === null}>
            {form.busy ? "Sending…" : send}
          </Button>
        </footer>
      )}
    </form>
  );
}
