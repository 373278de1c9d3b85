/** "3 minutes ago" or "in 2 days", the exact time on hover. The server writes the date; the browser turns it into words and keeps them true. */
import { useSyncExternalStore } from "react";
import { exactTime, plainDate, relativeTime } from "./time.ts";

const TICK_MS = 15_000;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  if (!timer) now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
const current = () => now;
const onServer = () => null;

/** What has just happened is not ahead, though this clock be behind the server's. */
const SKEW_MS = 60_000;
const heldBack = (clock: number, at: Date) => (at.getTime() - clock < SKEW_MS ? Math.max(clock, at.getTime()) : clock);

export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const clock = useSyncExternalStore<number | null>(subscribe, current, onServer);
  const date = new Date(at);
  return (
    <time dateTime={at} title={clock === null ? undefined : exactTime(date)} className={className}>
      {clock === null ? plainDate(date) : relativeTime(date, new Date(heldBack(clock, date)))}
    </time>
  );
}
