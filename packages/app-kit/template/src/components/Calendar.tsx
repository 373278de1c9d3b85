import {
  addDays,
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
  /** Whether rows may be added, as `tasks.can.create` says. */
  mayAdd?: boolean;
};

const week = { weekStartsOn: 1 } as const;

/** A month of days with the rows that fall on them. On a phone only days with something on them are shown. */
export function Calendar<T extends { id: string }>({ rows, start, end, onOpen, onAdd, children, mayAdd: allowed }: Props<T>) {
  const mayAdd = useMayWrite(allowed);
  const [month, setMonth] = useState(() => startOfMonth(new Date()));
  const days = eachDayOfInterval({ start: startOfWeek(month, week), end: endOfWeek(endOfMonth(month), week) });
  const byStart = rows.toSorted((a, b) => (start(a) ?? "").localeCompare(start(b) ?? ""));
  const on = (day: Date) => byStart.filter((row) => fallsOn(day, start(row), end?.(row) ?? null));
  const lanes = days.flatMap((day, index) =>
    index % 7 === 0 ? lanesOf(eachDayOfInterval({ start: day, end: addDays(day, 6) }).map(on)) : [],
  );

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
        {days.map((day, index) => (
          <Day key={day.getTime()} day={day} lanes={lanes[index] ?? []} month={month} onOpen={onOpen} onAdd={mayAdd ? onAdd : undefined}>
            {children}
          </Day>
        ))}
      </div>
    </section>
  );
}

type DayProps<T> = Pick<Props<T>, "onOpen" | "onAdd" | "children"> & { day: Date; month: Date; lanes: Lane<T>[] };

function Day<T extends { id: string }>({ day, month, lanes, onOpen, onAdd, children }: DayProps<T>) {
  return (
    <div
      className={cn(
        "group flex flex-col gap-1 bg-surface p-2 sm:min-h-26",
        !isSameMonth(day, month) && "bg-background text-muted",
        lanes.every((lane) => lane === null) && !isToday(day) && "max-sm:hidden",
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
        {onAdd && (
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
      {lanes.map((lane, place) =>
        lane === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: an empty lane is nothing but its place
          <span key={place} aria-hidden className="h-6 max-sm:hidden" />
        ) : (
          <button
            key={lane.row.id}
            type="button"
            onClick={() => onOpen(lane.row)}
            className={cn(
              "relative h-6 truncate rounded-control bg-accent/12 px-2 text-left text-xs text-text hover:bg-accent/22",
              lane.goesOn && "sm:-mr-[9px] sm:rounded-r-none",
              lane.cameFrom && "sm:-ml-2 sm:rounded-l-none",
            )}
          >
            {lane.cameFrom && <span className="max-sm:hidden">&nbsp;</span>}
            <span className={cn(lane.cameFrom && "sm:hidden")}>{children(lane.row)}</span>
          </button>
        ),
      )}
    </div>
  );
}

/** A row on one of its days, or room above others that last longer. `cameFrom`, `goesOn`: it is on the day before, or after, in this week. */
type Lane<T> = { row: T; cameFrom: boolean; goesOn: boolean } | null;

/** What lasts for days keeps its height over the days of a week. */
function lanesOf<T extends { id: string }>(week: T[][]): Lane<T>[][] {
  const placed: (T | null)[][] = [];
  for (const [index, rows] of week.entries()) {
    const lanes: (T | null)[] = [];
    const before = placed[index - 1] ?? [];
    for (const row of rows) if (before.includes(row)) lanes[before.indexOf(row)] = row;
    for (const row of rows.filter((one) => !before.includes(one))) {
      const free = Array.from({ length: rows.length + lanes.length }, (_, at) => at).find((at) => !lanes[at]) ?? lanes.length;
      lanes[free] = row;
    }
    placed.push(Array.from(lanes, (row) => row ?? null));
  }
  return placed.map((lanes, index) =>
    lanes.map((row) => {
      if (row === null) return null;
      return { row, cameFrom: placed[index - 1]?.includes(row) ?? false, goesOn: placed[index + 1]?.includes(row) ?? false };
    }),
  );
}

function fallsOn(day: Date, start: string | null, end: string | null): boolean {
  if (!start) return false;
  const from = parseISO(start);
  const to = end ? parseISO(end) : from;
  return isValid(from) && from <= endOfDay(day) && (isValid(to) ? to : from) >= startOfDay(day);
}
