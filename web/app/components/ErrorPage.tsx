/** The page for what cannot be shown: missing, deleted, not allowed, or broken. Always one obvious way on. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { AppShell } from "./AppShell.tsx";
import { buttonClass } from "./Button.tsx";

interface ErrorPageProps {
  status?: number;
  title: string;
  children?: ReactNode;
  /** Default: back to the projects. */
  action?: ReactNode;
}

export const ErrorPage = ({ status, title, children, action }: ErrorPageProps) => (
  <AppShell>
    <div className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-6 pb-[12vh]">
      {status && <p className="font-mono text-sm text-muted">{status}</p>}
      <h1 className="mt-1 text-xl/7 font-semibold">{title}</h1>
      {children && <div className="mt-2 text-muted">{children}</div>}
      <div className="mt-5">
        {action ?? (
          <Link to="/" className={buttonClass()}>
            Go to your projects
          </Link>
        )}
      </div>
    </div>
  </AppShell>
);
