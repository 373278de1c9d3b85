import { type ReactNode, useId } from "react";
import type { Theirs } from "../lib/form";

type Control = { id: string; "aria-required"?: boolean; "aria-invalid"?: boolean; "aria-describedby"?: string };
type Props = { label: string; required?: boolean; error?: string; theirs?: Theirs; children: (control: Control) => ReactNode };

/** The label of a control, and below it what is wrong with its value, or what someone else has meanwhile put there. */
export function Field({ label, required, error, theirs, children }: Props) {
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
      {theirs && (
        <p role="status" className="flex flex-wrap items-baseline gap-x-2 rounded-control bg-accent/8 px-2.5 py-1.5 text-xs">
          <span className="min-w-0 break-words">
            {theirs.text ? (
              <>
                Someone else wrote <q className="font-medium">{theirs.text}</q>
              </>
            ) : (
              "Someone else emptied this"
            )}
          </span>
          <button type="button" onClick={theirs.take} className="font-medium text-accent hover:underline">
            Use that
          </button>
        </p>
      )}
    </div>
  );
}
