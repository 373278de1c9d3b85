/** Parts of a start page, side by side: a few rows of a table, or how many there are of each sort. */
import type { DataError } from "@edgewright/app-kit";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatOption } from "../lib/format";
import { SampleMark } from "./SampleNotice";

export function Panels({ children }: { children: ReactNode }) {
  return <div className="grid items-start gap-4 lg:grid-cols-2 lg:[&>:last-child:nth-child(odd)]:col-span-2">{children}</div>;
}

/** A screen that shows all of it. */
type More = { path: string; title: string };

function Frame({ title, more, children }: { title: string; more: More; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0 overflow-hidden rounded-card border border-border bg-surface">
      <header className="flex items-center justify-between gap-3 border-b border-border px-5 py-3">
        <h2 className="font-semibold">{title}</h2>
        <Link to={more.path} className="inline-flex items-center text-xs text-muted hover:text-text">
          {more.title}
          <ChevronRight aria-hidden className="size-3.5" />
        </Link>
      </header>
      {children}
    </section>
  );
}

/** How far the loading of something is. */
type Progress = { status: "loading" | "ready" | "error"; error: DataError | null };

/** What stands where nothing is shown. What could not be read, or may not be, is no nought. */
const Instead = ({ of, none }: { of: Progress; none: string }) => (
  <p className="px-5 py-6 text-muted">{of.status === "loading" ? "…" : (of.error?.message ?? none)}</p>
);

type Props<T> = {
  title: string;
  more: More;
  of: { rows: T[] } & Progress;
  /** Said while there are no rows. */
  none: string;
  href: (row: T) => string;
  name: (row: T) => string | null;
  /** Below the name, and at the end of the line. */
  note?: (row: T) => ReactNode;
  aside?: (row: T) => ReactNode;
};

/** A few rows, one line each, which lead to where they are. */
export function Panel<T extends { id: string }>({ title, more, of, none, href, name, note, aside }: Props<T>) {
  return (
    <Frame title={title} more={more}>
      {of.rows.length === 0 ? (
        <Instead of={of} none={none} />
      ) : (
        <ul className="divide-y divide-border">
          {of.rows.map((row) => (
            <li key={row.id}>
              <Link
                to={href(row)}
                className="flex min-h-14 items-center justify-between gap-4 px-5 py-2.5 transition-colors hover:bg-text/3"
              >
                <span className="min-w-0">
                  <span className="block truncate font-medium">
                    {name(row) || "Untitled"}
                    <SampleMark id={row.id} />
                  </span>
                  <span className="block truncate text-xs text-muted empty:hidden">{note?.(row)}</span>
                </span>
                <span className="shrink-0 text-muted tabular-nums">{aside?.(row)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}

type BreakdownProps = {
  title: string;
  more: More;
  /** All there may be, in their order. */
  options: readonly string[];
  of: { groups: { by: Record<string, unknown>; figures: { count: number } }[] } & Progress;
  by: string;
};

/** How many rows there are of each option, as bars. */
export function Breakdown({ title, more, options, of, by }: BreakdownProps) {
  const counts = options.map((option) => of.groups.find((group) => group.by[by] === option)?.figures.count ?? 0);
  const most = Math.max(1, ...counts);
  if (of.status !== "ready" && of.groups.length === 0) {
    return (
      <Frame title={title} more={more}>
        <Instead of={of} none="" />
      </Frame>
    );
  }
  return (
    <Frame title={title} more={more}>
      <ul className="flex flex-col gap-3.5 p-5">
        {options.map((option, index) => (
          <li key={option}>
            <p className="flex justify-between gap-3">
              {formatOption(option)} <span className="text-muted tabular-nums">{counts[index]}</span>
            </p>
            <div className="mt-1.5 h-2 overflow-hidden rounded-full bg-text/6">
              <div className="h-full rounded-full bg-accent" style={{ width: `${((counts[index] ?? 0) / most) * 100}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
