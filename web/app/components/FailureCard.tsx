/** What went wrong, in one card: a sentence, what still holds, one primary action, details folded. */
import { CircleX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface FailureCardProps {
  /** warning: needs the person. danger: broken. */
  tone?: "warning" | "danger";
  title: string;
  /** What to do, or what is still live. */
  children?: ReactNode;
  action?: ReactNode;
  details?: ReactNode;
  className?: string;
}

export function FailureCard({ tone = "danger", title, children, action, details, className }: FailureCardProps) {
  const Icon = tone === "danger" ? CircleX : TriangleAlert;
  return (
    <section
      role="alert"
      className={cn(
        "rounded-card border p-3",
        tone === "danger" ? "border-danger/35 bg-danger-soft" : "border-warning/35 bg-warning-soft",
        className,
      )}
    >
      <div className="flex gap-2.5">
        <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", tone === "danger" ? "text-danger" : "text-warning")} />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{title}</p>
          {children && <div className="mt-0.5 text-text/85">{children}</div>}
          {details && (
            <details className="mt-2 text-sm">
              <summary className="w-fit text-muted hover:text-text">Details</summary>
              <div className="mt-1 overflow-x-auto font-mono text-xs whitespace-pre-wrap">{details}</div>
            </details>
          )}
          {action && <div className="mt-3 flex gap-2">{action}</div>}
        </div>
      </div>
    </section>
  );
}
