import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { cn } from "../lib/cn";

type Props = {
  title: ReactNode;
  description?: string;
  actions?: ReactNode;
  /** The screen that leads here, for a page of one row. */
  back?: { path: string; title: string };
  narrow?: boolean;
  children: ReactNode;
};

/** One screen: its title, its actions and its content. */
export function Page({ title, description, actions, back, narrow, children }: Props) {
  return (
    <div className={cn("group/page mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-5 sm:px-8 sm:py-8", narrow && "max-w-2xl")}>
      <header className="flex min-h-9 flex-wrap items-center justify-between gap-3">
        <div>
          {back && (
            <Link to={back.path} className="mb-1 -ml-1 inline-flex items-center text-muted hover:text-text">
              <ChevronLeft aria-hidden className="size-4" />
              {back.title}
            </Link>
          )}
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {description && <p className="mt-1 text-muted">{description}</p>}
        </div>
        {actions && <div className="flex gap-2 group-has-data-refused/page:hidden">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
