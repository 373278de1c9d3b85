/** One mail as its reader sees it. Its HTML is shut into a frame without scripts; a link in it opens in this window. */
import type { OutboxMail } from "@edgewright/contracts";
import { ArrowLeft } from "lucide-react";
import { Link } from "react-router";
import { RelativeTime } from "../components/RelativeTime.tsx";

const SANDBOX = "allow-top-navigation-by-user-activation";

const framed = (html: string) => html.replace("<head>", () => '<head><base target="_top">');

export const OpenMail = ({ mail }: { mail: OutboxMail }) => (
  <article className="flex min-h-0 flex-1 flex-col">
    <header className="shrink-0 border-b border-border px-4 py-3 sm:px-6">
      <Link to="/dev/mail" className="mb-2 flex w-fit items-center gap-1.5 rounded-control text-sm text-muted hover:text-text md:hidden">
        <ArrowLeft aria-hidden="true" className="size-4" />
        All mails
      </Link>
      <h2 className="font-semibold break-words">{mail.subject}</h2>
      <p className="text-sm break-words text-muted">
        to {mail.to} · <RelativeTime at={mail.at} /> · {mail.kind}
      </p>
    </header>
    <iframe title={`Mail: ${mail.subject}`} sandbox={SANDBOX} srcDoc={framed(mail.html)} className="min-h-0 w-full flex-1 bg-background" />
    <details className="max-h-1/2 shrink-0 overflow-y-auto border-t border-border">
      <summary className="cursor-pointer px-4 py-2.5 text-sm font-medium -outline-offset-2 sm:px-6">As plain text</summary>
      <pre className="px-4 pb-4 font-mono text-xs break-words whitespace-pre-wrap sm:px-6">{mail.text}</pre>
    </details>
  </article>
);
