/** The mails of one's own machine: a list, and beside it the one that is open. New ones appear by themselves. */
import type { OutboxMail } from "@edgewright/contracts";
import { Link } from "react-router";
import { useRefresh } from "../api/use-refresh.ts";
import { cn } from "../components/cn.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { RelativeTime } from "../components/RelativeTime.tsx";
import { OpenMail } from "./OpenMail.tsx";

/** Whoever waits for a mail looks at this page. */
const REFRESH_MS = 3_000;

interface OutboxProps {
  mails: OutboxMail[];
  open: OutboxMail | null;
}

export function Outbox({ mails, open }: OutboxProps) {
  useRefresh(REFRESH_MS);
  if (mails.length === 0)
    return (
      <div className="m-auto">
        <EmptyState title="No mail yet">
          Mails that Edgewright would send, such as sign-in links, are kept on this machine and appear here.
        </EmptyState>
      </div>
    );
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label="Mails"
        className={cn("flex w-full shrink-0 flex-col md:w-80 md:border-r md:border-border", open && "max-md:hidden")}
      >
        <header className="shrink-0 border-b border-border px-4 py-3">
          <h1 className="font-semibold">Mail of this machine</h1>
          <p className="text-sm text-muted">Kept here, sent to nobody.</p>
        </header>
        <ul className="min-h-0 flex-1 divide-y divide-border overflow-y-auto">
          {mails.map((mail) => (
            <MailRow key={mail.id} mail={mail} isOpen={mail.id === open?.id} />
          ))}
        </ul>
      </section>
      <div className={cn("flex min-w-0 flex-1 flex-col", !open && "max-md:hidden")}>
        {open ? <OpenMail key={open.id} mail={open} /> : <p className="m-auto text-muted">Choose a mail to read it.</p>}
      </div>
    </div>
  );
}

const MailRow = ({ mail, isOpen }: { mail: OutboxMail; isOpen: boolean }) => (
  <li>
    <Link
      to={`?mail=${mail.id}`}
      aria-current={isOpen || undefined}
      className={cn("block px-4 py-3 transition-colors -outline-offset-2", isOpen ? "bg-text/6" : "hover:bg-text/4")}
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium">{mail.subject}</span>
        <RelativeTime at={mail.at} className="shrink-0 text-xs text-muted" />
      </span>
      <span className="block truncate text-sm text-muted">to {mail.to}</span>
    </Link>
  </li>
);
