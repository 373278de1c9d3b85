import { type TableState, useAccess } from "@edgewright/app-kit";
import { type FormEvent, type ReactNode, useState } from "react";
import { useHasEnded } from "../lib/access";
import { Button } from "./Button";
import { EmptyState } from "./EmptyState";

type Props = {
  /** The table that it adds to. */
  of: Pick<TableState<object>, "status" | "can">;
  form: { busy: boolean; uploading: boolean; problem: string | null };
  onSubmit: (event: FormEvent) => Promise<boolean>;
  onAgain: () => void;
  /** What the button says. */
  send?: string;
  /** Stands before the button. */
  before?: ReactNode;
  children: ReactNode;
};

/** A form on a page of its own, which says thank you once `onSubmit` answers that it has been sent. Whoever may only look is told so; what was typed before that stays. */
export function SendForm({ of, form, onSubmit, onAgain, send = "Send", before, children }: Props) {
  const access = useAccess();
  const isKnown = access !== null && of.status !== "loading";
  const maySend = access === "write" && of.can.create;
  const hasEnded = useHasEnded(maySend);
  const mayOnlyLook = isKnown && !maySend && !hasEnded;
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
      <fieldset disabled={mayOnlyLook} className="flex min-w-0 flex-col gap-5">
        {children}
      </fieldset>
      {(hasEnded || form.problem) && (
        <p role="alert" className="text-danger">
          {hasEnded ? "You may not send this any more. What you typed is still here, and can be copied." : form.problem}
        </p>
      )}
      {mayOnlyLook && <p className="text-muted">You may look at this form, but not send it.</p>}
      {!mayOnlyLook && !hasEnded && (
        <footer className="flex gap-2">
          {before}
          <Button type="submit" disabled={form.busy || !maySend}>
            {form.uploading ? "Uploading…" : form.busy ? "Sending…" : send}
          </Button>
        </footer>
      )}
    </form>
  );
}
