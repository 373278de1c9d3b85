import {
  addMonths,
  eachDayOfInterval,
  endOfDay,
  endOfMonth,
  endOfWeek,
  format,
  isSameMonth,
  isToday,
  isValid,
  parseISO,
  startOfDay,
  startOfMonth,
  startOfWeek,
} from "date-fns";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useMayWrite } from "../lib/access";
import { cn } from "../lib/cn";
import { Button } from "./Button";

type Props<T> = {
  rows: T[];
  start: (row: T) => string | null;
  /** The last day or moment of a row that lasts. */
  end?: (row: T) => string | null;
  onOpen: (row: T) => void;
  onAdd?: (day: Date) => void;
  children: (row: T) => ReactNode;
};

const week = { weekStartsOn: 1 } as const;

/** A month of days with the rows that fall on them. On a phone only days with something on them are shown. */
export function Calendar<T extends { id: string }>({ rows, start, end, onOpen, onAdd, children }: Props<T>) {
  const [month, setMonth] = useState(() => startOfMonth(new Date()));
  const days = eachDayOfInterval({ start: startOfWeek(month, week), end: endOfWeek(endOfMonth(month), week) });
  const byStart = rows.toSorted((a, b) => (start(a) ?? "").localeCompare(start(b) ?? ""));
  const on = (day: Date) => byStart.filter((row) => fallsOn(day, start(row), end?.(row) ?? null));

  return (
    <section aria-label={format(month, "MMMM yyyy")} className="flex flex-col gap-3">
      <header className="flex items-center gap-1">
        <h2 className="mr-auto text-base font-semibold">{format(month, "MMMM yyyy")}</h2>
        <Button variant="ghost" aria-label="Previous month" onClick={() => setMonth(addMonths(month, -1))}>
          <ChevronLeft aria-hidden className="size-4.5" />
        </Button>
        <Button variant="secondary" onClick={() => setMonth(startOfMonth(new Date()))}>
          Today
        </Button>
        <Button variant="ghost" aria-label="Next month" onClick={() => setMonth(addMonths(month, 1))}>
          <ChevronRight aria-hidden className="size-4.5" />
        </Button>
      </header>
      <div className="grid gap-px overflow-hidden rounded-card border border-border bg-border sm:grid-cols-7">
        {days.slice(0, 7).map((day) => (
          <div key={day.getDay()} className="bg-surface px-2.5 py-1.5 text-xs text-muted max-sm:hidden">
            {format(day, "EEE")}
          </div>
        ))}
        {days.map((day) => (
          <Day key={day.getTime()} day={day} rows={on(day)} month={month} onOpen={onOpen} onAdd={onAdd}>
            {children}
          </Day>
        ))}
      </div>
    </section>
  );
}

type DayProps<T> = Pick<Props<T>, "rows" | "onOpen" | "onAdd" | "children"> & { day: Date; month: Date };

function Day<T extends { id: string }>({ day, month, rows, onOpen, onAdd, children }: DayProps<T>) {
  const mayWrite = useMayWrite();
  return (
    <div
      className={cn(
        "group flex flex-col gap-1 bg-surface p-2 sm:min-h-26",
        !isSameMonth(day, month) && "bg-background text-muted",
        rows.length === 0 && !isToday(day) && "max-sm:hidden",
      )}
    >
      <div className="flex items-center justify-between text-xs tabular-nums">
        <time
          dateTime={format(day, "yyyy-MM-dd")}
          className={cn("rounded-full px-1.5 py-0.5", isToday(day) && "bg-accent font-semibold text-on-accent")}
        >
          <span className="sm:hidden">{format(day, "EEE d MMM")}</span>
          <span className="max-sm:hidden">{format(day, "d")}</span>
        </time>
        {onAdd && mayWrite && (
          <button
            type="button"
            aria-label={`Add on ${format(day, "d MMMM")}`}
            onClick={() => onAdd(day)}
            className="rounded-control px-1.5 text-muted opacity-0 group-hover:opacity-100 hover:text-text focus-visible:opacity-100"
          >
            +
          </button>
        )}
      </div>
      {rows.map((row) => (
        <button
          key={row.id}
          type="button"
          onClick={() => onOpen(row)}
          className="truncate rounded-control bg-accent/10 px-2 py-1 text-left text-xs text-text hover:bg-accent/20"
        >
          {children(row)}
        </button>
      ))}
    </div>
  );
}

function fallsOn(day: Date, start: string | null, end: string | null): boolean {
  if (!start) return false;
  const from = parseISO(start);
  const to = end ? parseISO(end) : from;
  return isValid(from) && from <= endOfDay(day) && (isValid(to) ? to : from) >= startOfDay(day);
}
