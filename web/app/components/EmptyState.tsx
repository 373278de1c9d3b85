/** A list with nothing in it: what will be here, and the one action that fills it. */
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

export const EmptyState = ({ title, children, action, className }: EmptyStateProps) => (
  <div className={cn("flex flex-col items-center px-6 py-12 text-center", className)}>
    <p className="font-semibold">{title}</p>
    {children && <p className="mt-1 max-w-sm text-muted">{children}</p>}
    {action && <div className="mt-4">{action}</div>}
  </div>
);
