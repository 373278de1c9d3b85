/** One part of a settings page: what it is, its form, and its own Save. Used by all settings, a project's too. */
import type { FormEvent, ReactNode } from "react";
import type { ApiFailure } from "../api/answer.ts";
import { ApiFailureCard } from "../components/ApiFailureCard.tsx";
import { Button } from "../components/Button.tsx";

interface SettingsSectionProps {
  title: ReactNode;
  description?: ReactNode;
  failure?: ApiFailure | null;
  busy?: boolean;
  /** Why it cannot be saved now, such as "Nothing changed". */
  disabledReason?: string | false | null;
  onSubmit?: (event: FormEvent) => void;
  saveLabel?: string;
  /** Left of Save, such as Remove. */
  aside?: ReactNode;
  children: ReactNode;
}

export const SettingsSection = ({
  title,
  description,
  failure,
  busy,
  disabledReason,
  onSubmit,
  saveLabel = "Save",
  aside,
  children,
}: SettingsSectionProps) => (
  <section className="border-b border-border py-6 first:pt-0 last:border-0">
    <h2 className="font-semibold">{title}</h2>
    {description && <p className="mt-0.5 text-muted">{description}</p>}
    <form onSubmit={onSubmit} noValidate className="mt-4 flex flex-col gap-4">
      {children}
      {failure && !failure.fields && <ApiFailureCard failure={failure} />}
      {(onSubmit || aside) && (
        <div className="flex flex-wrap items-center gap-2">
          {onSubmit && (
            <Button type="submit" variant="primary" busy={busy} disabledReason={disabledReason}>
              {saveLabel}
            </Button>
          )}
          {aside}
        </div>
      )}
    </form>
  </section>
);
