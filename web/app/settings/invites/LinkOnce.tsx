/** A link that is shown this once, to be handed on. Used where an invite was made or sent again. */
import type { ReactNode } from "react";
import { cn } from "../../components/cn.ts";

export const LinkOnce = ({ says, className, children }: { says: string; className?: string; children: ReactNode }) => (
  <div
    role="status"
    className={cn("flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-border bg-info-soft px-3 py-2", className)}
  >
    <p className="min-w-0 flex-1 basis-56">{says}</p>
    {children}
  </div>
);
