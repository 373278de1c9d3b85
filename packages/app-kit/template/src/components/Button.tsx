import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "../lib/cn";

const button = cva(
  "inline-flex h-9 shrink-0 items-center justify-center gap-2 rounded-control px-3.5 font-medium whitespace-nowrap transition-colors disabled:opacity-50",
  {
    variants: {
      variant: {
        primary: "bg-accent text-on-accent hover:bg-accent/90",
        secondary: "border border-border bg-surface hover:bg-background",
        ghost: "text-muted hover:bg-text/5 hover:text-text",
        danger: "text-danger hover:bg-danger/10",
      },
    },
    defaultVariants: { variant: "primary" },
  },
);

export function Button({ variant, className, type = "button", ...props }: ComponentProps<"button"> & VariantProps<typeof button>) {
  return <button type={type} className={cn(button({ variant }), className)} {...props} />;
}
