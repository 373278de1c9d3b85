import type { ReactNode } from "react";
import { Link } from "react-router";
import { cn } from "../lib/cn";

/** Numbers side by side, above what they are the numbers of. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-3 *:max-w-md *:flex-1 *:basis-40">{children}</div>;
}

type Props = {
  label: string;
  value: string;
  /** Where what is counted is listed. */
  to?: string;
  /** It asks for a look while it is not nought. */
  alarming?: boolean;
};

/** One number that says how things stand. */
export function Figure({ label, value, to, alarming }: Props) {
  const tile = cn("rounded-card border border-border bg-surface px-5 py-4", to && "transition-colors hover:border-muted/60");
  const content = (
    <>
      <p className="truncate text-muted contain-inline-size">{label}</p>
      <p className={cn("mt-1 min-h-8 text-2xl font-semibold tabular-nums", alarming && !/^0?$/.test(value) && "text-danger")}>{value}</p>
    </>
  );
  return to ? (
    <Link to={to} className={tile}>
      {content}
    </Link>
  ) : (
    <div className={tile}>{content}</div>
  );
}
