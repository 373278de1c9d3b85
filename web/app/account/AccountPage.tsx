/** The frame of the sign-in and sign-up pages: one narrow column, and the way to the other page. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { ApiFailure } from "../api/answer.ts";
import { FailureCard } from "../components/FailureCard.tsx";
import { Mark } from "../components/Mark.tsx";

interface AccountPageProps {
  title: string;
  intro?: string;
  failure: ApiFailure | null;
  other: { question: string; label: string; to: string };
  children: ReactNode;
}

export const AccountPage = ({ title, intro, failure, other, children }: AccountPageProps) => (
  <main className="mx-auto flex min-h-dvh w-full max-w-[22rem] flex-col justify-center px-4 pt-8 pb-[12vh]">
    <Link to="/" aria-label="Edgewright, home" className="mb-6 flex w-fit items-center gap-2 rounded-control font-semibold">
      <Mark className="size-3.5" />
      Edgewright
    </Link>
    <h1 className="text-xl/7 font-semibold">{title}</h1>
    {intro && <p className="mt-1 text-muted">{intro}</p>}
    <div className="mt-6 flex flex-col gap-4">
      {failure && !failure.fields && <FailureCard title={failure.detail}>{failure.next}</FailureCard>}
      {children}
    </div>
    <p className="mt-6 text-muted">
      {other.question}{" "}
      <Link
        to={other.to}
        className="rounded-control font-medium text-text underline decoration-border-strong underline-offset-4 hover:decoration-text"
      >
        {other.label}
      </Link>
    </p>
  </main>
);
