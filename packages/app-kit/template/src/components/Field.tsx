import { type ReactNode, useId } from "react";

type Control = { id: string; "aria-required"?: boolean; "aria-invalid"?: boolean; "aria-describedby"?: string };
type Props = { label: string; required?: boolean; error?: string; children: (control: Control) => ReactNode };

/** The label of a control, and below it what is wrong with its value. */
export function Field({ label, required, error, children }: Props) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
        {required && <span className="text-muted"> *</span>}
      </label>
      {children({ id, "aria-required": required, "aria-invalid": Boolean(error), "aria-describedby": error ? `${id}-error` : undefined })}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-xs text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
