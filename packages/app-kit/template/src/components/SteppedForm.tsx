import { type ComponentProps, type FormEvent, type ReactNode, useState } from "react";
import { Button } from "./Button";
import { Details } from "./Details";
import { SendForm } from "./SendForm";

type Step<Name extends string> = { fields: readonly Name[]; shown: ReactNode };

type Props<Name extends string> = Pick<ComponentProps<typeof SendForm>, "of"> & {
  form: { busy: boolean; uploading: boolean; problem: string | null; check: (names: readonly Name[]) => boolean };
  steps: Step<Name>[];
  /** What was filled in, before it is sent. */
  summary: ReactNode;
  onSubmit: (event: FormEvent) => Promise<boolean>;
  onAgain: () => void;
};

/** A form in steps, of which one is left once it is right; then all of it, and then thanks. */
export function SteppedForm<Name extends string>({ of, form, steps, summary, onSubmit, onAgain }: Props<Name>) {
  const [at, setAt] = useState(0);
  const step = steps[at];
  const submit = async (event: FormEvent) => {
    if (!step) return onSubmit(event);
    event.preventDefault();
    if (form.check(step.fields)) setAt(at + 1);
    return false;
  };
  const again = () => {
    onAgain();
    setAt(0);
  };
  const back = at > 0 && (
    <Button variant="secondary" onClick={() => setAt(at - 1)}>
      Back
    </Button>
  );
  return (
    <SendForm of={of} form={form} onSubmit={submit} onAgain={again} send={step ? "Next" : "Submit"} before={back}>
      <p className="text-muted">
        Step {at + 1} of {steps.length + 1}
      </p>
      {step ? step.shown : <Details>{summary}</Details>}
    </SendForm>
  );
}
