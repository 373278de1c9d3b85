/** Lines of the log, the newest first: a table, on a phone cards. A line opens to all that is known of it. */
import type { AuditPage, AuditRow } from "@edgewright/contracts";
import { ChevronRight } from "lucide-react";
import { Fragment, useId, useState } from "react";
import { usePages } from "../../api/use-pages.ts";
import { Avatar } from "../../components/Avatar.tsx";
import { Badge } from "../../components/Badge.tsx";
import { cn } from "../../components/cn.ts";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { ShowMore } from "../../components/ShowMore.tsx";
import { LineDetails } from "./LineDetails.tsx";
import { sentence } from "./sentences.ts";

interface AuditTableProps {
  /** The list's address with its filters, without a cursor. */
  path: string;
  first: AuditPage;
  /** Without it the log is one person's own: who it was and in which project are left out. */
  ofOrganization: boolean;
}

export function AuditTable({ path, first, ofOrganization }: AuditTableProps) {
  const pages = usePages(path, first, ({ id }) => id);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <table className="w-full table-fixed text-left max-md:block">
        <thead className="text-sm text-muted max-md:hidden">
          <tr className="border-b border-border">
            <th className="w-32 py-2 pr-3 pl-2 font-normal">When</th>
            {ofOrganization && <th className="w-44 py-2 pr-3 font-normal">Who</th>}
            <th className="py-2 pr-3 font-normal">What</th>
            {ofOrganization && <th className="w-36 py-2 font-normal">Project</th>}
          </tr>
        </thead>
        <tbody className="divide-y divide-border max-md:block">
          {pages.items.map((line) => (
            <Line
              key={line.id}
              line={line}
              ofOrganization={ofOrganization}
              open={open === line.id}
              onToggle={() => setOpen(open === line.id ? null : line.id)}
            />
          ))}
        </tbody>
      </table>
      <div className="border-t border-border">
        <ShowMore of="lines" pages={pages}>
          That is all.
        </ShowMore>
      </div>
    </>
  );
}

interface LineProps {
  line: AuditRow;
  ofOrganization: boolean;
  open: boolean;
  onToggle: () => void;
}

function Line({ line, ofOrganization, open, onToggle }: LineProps) {
  const details = useId();
  return (
    <Fragment>
      <tr className={cn("relative transition-colors hover:bg-text/3 max-md:block max-md:py-2.5", open && "bg-text/3 border-b-0")}>
        <td className="truncate py-2.5 pr-3 align-top text-sm text-muted max-md:inline max-md:py-0 md:pl-2">
          <RelativeTime at={line.at} />
        </td>
        {ofOrganization && (
          <td className="py-2.5 pr-3 align-top max-md:float-left max-md:py-0">
            <Who line={line} />
          </td>
        )}
        <td className="py-2.5 pr-3 align-top max-md:clear-left max-md:block max-md:pt-1 max-md:pb-0">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={details}
            onClick={onToggle}
            className="flex w-full items-start gap-1 text-left after:absolute after:inset-0"
          >
            <span className="min-w-0 flex-1 break-words">{sentence(line)}</span>
            <ChevronRight
              aria-hidden="true"
              className={cn("mt-0.5 size-4 shrink-0 text-muted transition-transform", open && "rotate-90")}
            />
          </button>
        </td>
        {ofOrganization && (
          <td className="truncate py-2.5 align-top text-muted max-md:block max-md:py-0 max-md:text-sm">{line.projectName}</td>
        )}
      </tr>
      {open && (
        <tr id={details} className="border-t-0! bg-text/3 max-md:block">
          <td colSpan={ofOrganization ? 4 : 2} className="pb-4 max-md:block md:pl-32">
            <LineDetails line={line} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

const KINDS = { person: null, token: "token", agent: "agent", webhook: "webhook", system: "system" } as const;

const Who = ({ line: { actor } }: { line: AuditRow }) => (
  <span className="flex min-w-0 items-center gap-2">
    <Avatar name={actor.name} image={null} className="size-5 text-[0.6875rem]" />
    <span className="min-w-0 truncate font-medium">{actor.name}</span>
    {KINDS[actor.kind] && <Badge>{KINDS[actor.kind]}</Badge>}
  </span>
);
