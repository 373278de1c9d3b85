import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; action?: ReactNode };

/** Says what will be here, and offers the one action that fills it. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="flex flex-col items-center rounded-card border border-dashed border-border px-6 py-14 text-center">
      <h2 className="text-base font-semibold">{title}</h2>
      {children && <p className="mt-1.5 max-w-sm text-muted">{children}</p>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
