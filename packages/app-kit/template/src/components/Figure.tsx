import type { ReactNode } from "react";

/** Numbers side by side, above what they are the numbers of. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">{children}</div>;
}

/** One number that says how things stand. */
export function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div className="min-w-0 rounded-card border border-border bg-surface px-5 py-4">
      <p className="truncate text-muted">{label}</p>
      <p className="mt-1 min-h-8 text-2xl font-semibold tabular-nums">{value}</p>
    </div>
  );
}
