/** The month that is shown, and the way to the one before and after. The address holds it. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { buttonClass } from "../../components/Button.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { monthBeside, monthTitle } from "./months.ts";

interface MonthPickerProps {
  month: string;
  /** The present one, after which there is nothing yet. */
  latest: string;
}

export function MonthPicker({ month, latest }: MonthPickerProps) {
  const to = (next: string) => (next === latest ? "/settings/usage" : `/settings/usage?month=${next}`);
  const link = (next: string, label: string, icon: ReactNode) => (
    <Link to={to(next)} preventScrollReset aria-label={label} title={label} className={buttonClass({ variant: "ghost", size: "icon" })}>
      {icon}
    </Link>
  );
  return (
    <div className="-ml-2 flex items-center gap-1">
      {link(monthBeside(month, -1), monthTitle(monthBeside(month, -1)), <ChevronLeft />)}
      {month < latest ? (
        link(monthBeside(month, 1), monthTitle(monthBeside(month, 1)), <ChevronRight />)
      ) : (
        <IconButton label="Next month" disabledReason="It has not begun.">
          <ChevronRight />
        </IconButton>
      )}
      <h2 className="ml-1 text-[1rem]/6 font-semibold" aria-live="polite">
        {monthTitle(month)}
      </h2>
    </div>
  );
}
