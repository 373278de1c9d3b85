/** Text of many lines. */
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

export const controlClass =
  "w-full rounded-control border border-border-strong bg-surface text-text transition-colors placeholder:text-muted hover:not-disabled:border-muted disabled:cursor-not-allowed disabled:opacity-60 data-invalid:border-danger pointer-coarse:text-[16px]";

/** Grows with its text, up to the height its class allows. */
export const Textarea = ({ className, ...props }: ComponentProps<"textarea">) => (
  <textarea className={cn(controlClass, "field-sizing-content resize-none px-2.5 py-1.5", className)} {...props} />
);
