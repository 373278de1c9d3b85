import type { ComponentProps } from "react";
import { cn } from "../lib/cn";

export const control =
  "w-full rounded-control border border-border bg-surface px-3 text-base text-text transition-colors placeholder:text-muted hover:border-muted/60 aria-invalid:border-danger sm:text-sm";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn(control, "h-9", className)} {...props} />;
}

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea rows={4} className={cn(control, "py-2", className)} {...props} />;
}
