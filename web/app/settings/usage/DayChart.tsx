/** What each day of the month cost, as bars. A few rectangles need no chart library; the table below a bar's tip is for screen readers. */
import type { MonthUsage } from "@edgewright/contracts";
import { useState } from "react";
import { cn } from "../../components/cn.ts";
import { count, money } from "../../components/figures.ts";
import { daysOf } from "./months.ts";

const dayTitle = (day: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString("en-US", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

export function DayChart({ usage: { month, days } }: { usage: MonthUsage }) {
  const [pointed, setPointed] = useState<string | null>(null);
  const byDay = new Map(days.map((sum) => [sum.day, sum]));
  // Where nothing has a price, calls tell what went on.
  const priced = days.some(({ cost }) => cost > 0);
  const sizeOf = (day: string) => (priced ? byDay.get(day)?.cost : byDay.get(day)?.calls) ?? 0;
  const most = Math.max(...days.map(({ day }) => sizeOf(day)), 0);
  const words = (day: string) => {
    const sum = byDay.get(day);
    return `${dayTitle(day)}: ${sum ? `${money(sum.cost)}, ${count(sum.calls, "call")}` : "nothing"}`;
  };
  const all = daysOf(month);
  return (
    <figure className="mt-6">
      <figcaption className="flex justify-between text-sm text-muted tabular-nums">
        <span>By day</span>
        <span aria-hidden="true">{pointed ? words(pointed) : priced ? `most: ${money(most)}` : `most: ${count(most, "call")}`}</span>
      </figcaption>
      <div className="mt-2 flex h-24 items-stretch border-b border-border" onPointerLeave={() => setPointed(null)}>
        {all.map((day) => (
          <div key={day} aria-hidden="true" className="group flex min-w-0 flex-1 items-end px-px" onPointerEnter={() => setPointed(day)}>
            <div
              className={cn("w-full rounded-t-[2px]", pointed === day ? "bg-text" : "bg-text/45")}
              style={{ height: `${most === 0 ? 0 : (100 * sizeOf(day)) / most}%`, minHeight: byDay.has(day) ? 2 : 0 }}
            />
          </div>
        ))}
      </div>
      <div aria-hidden="true" className="mt-1 flex justify-between text-xs text-muted tabular-nums">
        <span>1</span>
        <span>{Math.ceil(all.length / 2)}</span>
        <span>{all.length}</span>
      </div>
      <ul className="sr-only">
        {days.map(({ day }) => (
          <li key={day}>{words(day)}</li>
        ))}
      </ul>
    </figure>
  );
}
