/** A word with a meaning, and the dot that stands beside a name. Colour never stands alone: there is always a word or a shape. */
import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

const badge = cva("inline-flex h-5 items-center gap-1 rounded-[5px] px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3", {
  variants: {
    tone: {
      neutral: "bg-text/6 text-muted",
      success: "bg-success-soft text-success",
      warning: "bg-warning-soft text-warning",
      danger: "bg-danger-soft text-danger",
      info: "bg-info-soft text-info",
    },
  },
  defaultVariants: { tone: "neutral" },
});

export const Badge = ({ tone, className, children }: VariantProps<typeof badge> & { className?: string; children: ReactNode }) => (
  <span className={cn(badge({ tone }), className)}>{children}</span>
);

const DOTS = {
  live: "bg-success",
  busy: "animate-pulse border-[1.5px] border-info bg-transparent",
  none: "border-[1.5px] border-border-strong bg-transparent",
  broken: "rotate-45 rounded-[1px] bg-danger",
  waiting: "rounded-[1px] bg-warning",
} as const;
export type Status = keyof typeof DOTS;

/** `label` is read by screen readers and shown on hover; leave it out where the word stands beside the dot. */
export const StatusDot = ({ status, label, className }: { status: Status; label?: string; className?: string }) => (
  <span
    {...(label ? { role: "img", "aria-label": label, title: label } : { "aria-hidden": true })}
    className={cn("inline-block size-2 shrink-0 rounded-full", DOTS[status], className)}
  />
);
