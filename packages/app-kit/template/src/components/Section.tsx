import type { ReactNode } from "react";

type Props = { title: string; actions?: ReactNode; children: ReactNode };

/** A part of a page with a heading of its own, such as what belongs to a row. */
export function Section({ title, actions, children }: Props) {
  return (
    <section aria-label={title} className="flex flex-col gap-3 pt-2">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-base font-semibold">{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
