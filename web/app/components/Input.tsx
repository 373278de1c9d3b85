/** Single-line and many-line text. Inside a Field they take its label, hint and error. */
import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

export const controlClass =
  "w-full rounded-control border border-border-strong bg-surface text-text transition-colors placeholder:text-muted hover:not-disabled:border-muted disabled:cursor-not-allowed disabled:opacity-60 data-invalid:border-danger pointer-coarse:text-[16px]";

export const Input = ({ className, ...props }: Omit<ComponentProps<typeof BaseInput>, "className"> & { className?: string }) => (
  <BaseInput className={cn(controlClass, "h-8 px-2.5 pointer-coarse:h-10", className)} {...props} />
);

/** Grows with its text, up to the height its class allows. */
export const Textarea = ({ className, ...props }: ComponentProps<"textarea">) => (
  <textarea className={cn(controlClass, "field-sizing-content resize-none px-2.5 py-1.5", className)} {...props} />
);
