import { cn } from "../lib/cn";
import { inDays } from "../lib/dates";
import { Checkbox } from "./Checkbox";
import { SampleMark } from "./SampleNotice";

type Props<T> = {
  rows: T[];
  name: (row: T) => string;
  /** The days on which it was ticked off. */
  daysOf: (row: T) => readonly string[];
  onTick: (row: T, done: boolean) => unknown;
  onOpen: (row: T) => void;
};

const WEEK = [-6, -5, -4, -3, -2, -1, 0];

/** What is done each day: a box for today, the last seven days, and for how many days on end it was done. */
export function DailyList<T extends { id: string }>({ rows, name, daysOf, onTick, onOpen }: Props<T>) {
  return (
    <ul className="divide-y divide-border overflow-hidden rounded-card border border-border bg-surface">
      {rows.map((row) => {
        const days = new Set(daysOf(row));
        const streak = streakOf(days);
        return (
          <li key={row.id} className="flex items-center gap-4 px-5 py-3.5">
            <Checkbox hideLabel label={`${name(row)}, today`} checked={days.has(inDays(0))} onChange={(done) => onTick(row, done)} />
            <button type="button" onClick={() => onOpen(row)} className="min-w-0 flex-1 truncate text-left font-medium hover:text-accent">
              {name(row) || "Untitled"}
              <SampleMark id={row.id} />
            </button>
            <span aria-hidden className="flex gap-1 max-sm:hidden">
              {WEEK.map((at) => (
                <span key={at} title={inDays(at)} className={cn("size-3.5 rounded-sm", days.has(inDays(at)) ? "bg-accent" : "bg-text/8")} />
              ))}
            </span>
            <span className={cn("w-20 text-right tabular-nums", streak === 0 && "text-muted")}>
              <span className="text-lg font-semibold">{streak}</span> {streak === 1 ? "day" : "days"}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Days on end up to today, or up to yesterday while today is still open. */
function streakOf(days: ReadonlySet<string>): number {
  const last = days.has(inDays(0)) ? 0 : -1;
  let streak = 0;
  while (days.has(inDays(last - streak))) streak++;
  return streak;
}
