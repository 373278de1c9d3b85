/** A mail is on its way: to whom, what to do with it, and how to have it again. */
import { MailCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import type { ApiFailure } from "../api/answer.ts";
import { useAction } from "../api/use-action.ts";
import { Button } from "../components/Button.tsx";
import { FailureCard } from "../components/FailureCard.tsx";

interface CheckMailProps {
  /** What the mail is for, and how long its link works. */
  children: ReactNode;
  again: () => Promise<ApiFailure | null>;
  /** Where mails of this machine can be read. */
  outbox: string | null;
}

export function CheckMail({ children, again, outbox }: CheckMailProps) {
  const [sent, setSent] = useState(false);
  const {
    busy,
    failure,
    run: send,
  } = useAction(async () => {
    const refused = await again();
    setSent(refused === null);
    return refused;
  });
  return (
    <>
      <div role="status" className="flex gap-2.5 rounded-card border border-border bg-surface p-3">
        <MailCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-info" />
        <div className="min-w-0 flex-1 break-words">{children}</div>
      </div>
      {failure && <FailureCard title={failure.message}>{failure.next}</FailureCard>}
      <div className="flex flex-wrap items-center gap-2">
        <Button busy={busy} onClick={() => void send()}>
          Send again
        </Button>
        <span aria-live="polite" className="text-sm text-muted">
          {sent && "Sent again."}
        </span>
      </div>
      <OutboxLink outbox={outbox} />
    </>
  );
}

/** Only on one's own machine, where mails are kept instead of sent. */
export const OutboxLink = ({ outbox }: { outbox: string | null }) =>
  outbox !== null && (
    <p className="text-sm text-muted">
      Mails of this machine are not sent but kept.{" "}
      <Link
        to={outbox}
        target="_blank"
        className="rounded-control underline decoration-border-strong underline-offset-4 hover:text-text hover:decoration-text"
      >
        Read them here
      </Link>
    </p>
  );
