/** One part of a settings page: what it is, what it holds, and its own Save where it holds a form. */
import type { FormEvent, ReactNode } from "react";
import type { ApiFailure } from "../api/answer.ts";
import { ApiFailureCard } from "../components/ApiFailureCard.tsx";
import { Button } from "../components/Button.tsx";

/** What it needs of a form. */
interface CardForm {
  onSubmit: (event: FormEvent) => void;
  busy: boolean;
  changed: boolean;
  failure: ApiFailure | null;
}

interface SettingsCardProps {
  title: ReactNode;
  description?: ReactNode;
  form?: CardForm | null;
  /** Why this person may not save it. */
  locked?: string | null;
  /** Of what it does without a form. */
  failure?: ApiFailure | null;
  saveLabel?: string;
  /** Left of Save, such as Remove. */
  aside?: ReactNode;
  children?: ReactNode;
}

export function SettingsCard({
  title,
  description,
  form,
  locked,
  failure = form?.failure,
  saveLabel = "Save",
  aside,
  children,
}: SettingsCardProps) {
  const Body = form ? "form" : "div";
  return (
    <section className="border-b border-border py-6 first:pt-0 last:border-0">
      <h2 className="font-semibold">{title}</h2>
      {description && <p className="mt-0.5 text-muted">{description}</p>}
      <Body {...(form && { onSubmit: form.onSubmit, noValidate: true })} className="mt-4 flex flex-col gap-4">
        {children}
        {failure && <ApiFailureCard failure={failure} />}
        {(form || aside) && (
          <div className="flex flex-wrap items-center gap-2">
            {form && (
              <Button type="submit" variant="primary" busy={form.busy} disabledReason={locked ?? (!form.changed && "Nothing has changed.")}>
                {saveLabel}
              </Button>
            )}
            {aside}
          </div>
        )}
      </Body>
    </section>
  );
}
