/** The frame of every page for people who are not signed in: one narrow column, and the way to the other page. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { ApiFailure } from "../api/answer.ts";
import { FailureCard } from "../components/FailureCard.tsx";
import { Mark } from "../components/Mark.tsx";

interface AccountPageProps {
  title: string;
  intro?: ReactNode;
  failure?: ApiFailure | null;
  /** What can be done about the failure right here. */
  remedy?: ReactNode;
  other?: { question: string; label: string; to: string };
  children?: ReactNode;
}

export const AccountPage = ({ title, intro, failure, remedy, other, children }: AccountPageProps) => (
  <main className="mx-auto flex min-h-dvh w-full max-w-[22rem] flex-col justify-center px-4 pt-8 pb-[12vh]">
    <Link to="/" aria-label="Edgewright, home" className="mb-6 flex w-fit items-center gap-2 rounded-control font-semibold">
      <Mark className="size-3.5" />
      Edgewright
    </Link>
    <h1 className="text-xl/7 font-semibold">{title}</h1>
    {intro && <p className="mt-1 text-muted">{intro}</p>}
    <div className="mt-6 flex flex-col gap-4">
      {failure && !failure.fields && (
        <FailureCard tone={failure.status >= 500 || failure.status === 0 ? "danger" : "warning"} title={failure.message} action={remedy}>
          {failure.next}
        </FailureCard>
      )}
      {children}
    </div>
    {other && (
      <p className="mt-6 text-muted">
        {other.question} <TextLink to={other.to}>{other.label}</TextLink>
      </p>
    )}
  </main>
);

export const TextLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link
    to={to}
    className="rounded-control font-medium text-text underline decoration-border-strong underline-offset-4 transition-colors hover:decoration-text"
  >
    {children}
  </Link>
);
