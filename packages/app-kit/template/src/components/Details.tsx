import type { ReactNode } from "react";

/** The values of one row, under their names. */
export function Details({ children }: { children: ReactNode }) {
  return (
    <dl className="grid gap-x-8 gap-y-4 rounded-card border border-border bg-surface p-5 sm:grid-cols-2 lg:grid-cols-3">{children}</dl>
  );
}

export function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="mt-0.5 break-words whitespace-pre-line [&_a]:text-accent [&_a]:hover:underline">
        {children || <span className="text-muted">Not set</span>}
      </dd>
    </div>
  );
}
