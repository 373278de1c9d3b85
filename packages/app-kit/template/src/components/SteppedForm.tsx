import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "./Button";
import { Details } from "./Details";
import { EmptyState } from "./EmptyState";

type Step<Name extends string> = { fields: readonly Name[]; shown: ReactNode };

type Props<Name extends string> = {
  form: { busy: boolean; problem: string | null; check: (names: readonly Name[]) => boolean };
  steps: Step<Name>[];
  /** What was filled in, before it is sent. */
  summary: ReactNode;
  onSubmit: (event: FormEvent) => Promise<boolean>;
  onAgain: () => void;
};

/** A form in steps, of which one is left once it is right; then all of it, and then thanks. */
export function SteppedForm<Name extends string>({ form, steps, summary, onSubmit, onAgain }: Props<Name>) {
  const [at, setAt] = useState(0);
  const [sent, setSent] = useState(false);
  const step = steps[at];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!step) setSent(await onSubmit(event));
    else if (form.check(step.fields)) setAt(at + 1);
  };
  const again = () => {
    onAgain();
    setAt(0);
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
    <form noValidate onSubmit={submit} className="flex flex-col gap-5 rounded-card border border-border bg-surface p-5 sm:p-7">
      <p className="text-muted">
        Step {at + 1} of {steps.length + 1}
      </p>
      {step ? step.shown : <Details>{summary}</Details>}
      {form.problem && (
        <p role="alert" className="text-danger">
          {form.problem}
        </p>
      )}
      <footer className="flex gap-2">
        {at > 0 && (
          <Button variant="secondary" onClick={() => setAt(at - 1)}>
            Back
          </Button>
        )}
        <Button type="submit" disabled={form.busy}>
          {step ? "Next" : form.busy ? "Sending…" : "Submit"}
        </Button>
      </footer>
    </form>
  );
}
