/** Buttons, and links that look like one. One primary button per screen part; a disabled one says why. */
import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, ReactNode, SyntheticEvent } from "react";
import { cn } from "./cn.ts";
import { Spinner } from "./Spinner.tsx";
import { Tooltip } from "./Tooltip.tsx";

export const buttonClass = cva(
  "relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-control font-medium whitespace-nowrap transition-colors data-disabled:cursor-not-allowed aria-busy:cursor-progress not-aria-busy:data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "bg-accent text-on-accent hover:not-data-disabled:bg-accent-hover not-aria-busy:data-disabled:bg-text/10 not-aria-busy:data-disabled:text-text",
        secondary: "border border-border bg-surface hover:not-data-disabled:border-border-strong hover:not-data-disabled:bg-text/3",
        ghost: "text-muted hover:not-data-disabled:bg-text/6 hover:not-data-disabled:text-text data-popup-open:bg-text/6",
        danger: "border border-border bg-surface text-danger hover:not-data-disabled:border-danger hover:not-data-disabled:bg-danger-soft",
      },
      size: {
        sm: "h-7 px-2.5 text-sm pointer-coarse:h-9",
        md: "h-8 px-3 pointer-coarse:h-10",
        lg: "h-10 px-4",
        icon: "size-8 pointer-coarse:size-10",
        "icon-sm": "size-7 pointer-coarse:size-9",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonClass> {
  /** Disables the button; shown on hover and read by screen readers. */
  disabledReason?: string | false | null;
  /** Work started by this button goes on. Keeps its width and its focus. */
  busy?: boolean;
}

export function Button({ variant, size, className, disabledReason, busy = false, disabled, children, onClick, ...props }: ButtonProps) {
  // It keeps its focus and tells why it is off, so it is disabled in name and deaf, not by the browser.
  const off = disabled || busy || Boolean(disabledReason);
  const button = (
    <button
      type="button"
      className={cn(buttonClass({ variant, size }), className)}
      aria-disabled={off || undefined}
      data-disabled={off ? "" : undefined}
      aria-busy={busy || undefined}
      onClick={off ? preventDefault : onClick}
      {...props}
    >
      {busy ? <Busy>{children}</Busy> : children}
    </button>
  );
  return disabledReason ? (
    <Tooltip label={disabledReason} describes>
      {button}
    </Tooltip>
  ) : (
    button
  );
}

/** A button of a form would send it. */
const preventDefault = (event: SyntheticEvent) => event.preventDefault();

const Busy = ({ children }: { children: ReactNode }) => (
  <>
    <span className="absolute inset-0 flex items-center justify-center">
      <Spinner />
    </span>
    <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
  </>
);
