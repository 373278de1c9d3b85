/** A fact as it was and as it is. What it was is left out where it is new. */
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";

interface FromToProps {
  name: string;
  from?: ReactNode;
  to: ReactNode;
}

export const FromTo = ({ name, from, to }: FromToProps) => (
  <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
    <span className="min-w-24 text-muted">{name}</span>
    {from !== undefined && (
      <>
        <del className="min-w-0 rounded-[4px] bg-danger-soft px-1.5 break-words text-danger">{from}</del>
        <ArrowRight aria-label="became" className="size-3.5 text-muted" />
      </>
    )}
    <ins className="min-w-0 rounded-[4px] bg-success-soft px-1.5 break-words text-success no-underline">{to}</ins>
  </li>
);
