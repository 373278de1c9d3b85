/** A labelled form control with a hint or an error under it, tied together for screen readers. */
import { Field as Base } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn.ts";

interface FieldProps {
  label: string;
  name?: string;
  hint?: ReactNode;
  error?: string | null;
  /** Right of the label, such as a link. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

export function Field({ label, name, hint, error, aside, className, children }: FieldProps) {
  return (
    <Base.Root name={name} invalid={Boolean(error)} className={cn("flex flex-col gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-2">
        <Base.Label className="font-medium">{label}</Base.Label>
        {aside}
      </div>
      {children}
      {error ? (
        <Base.Error match className="flex items-start gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden="true" className="mt-[3px] size-3.5 shrink-0" />
          {error}
        </Base.Error>
      ) : (
        hint && <Base.Description className="text-sm text-muted">{hint}</Base.Description>
      )}
    </Base.Root>
  );
}

/** Ties a textarea to its field's label, hint and error; an Input is tied by itself. */
export const FieldControl = ({ children }: { children: ReactElement<Record<string, unknown>> }) => <Base.Control render={children} />;
