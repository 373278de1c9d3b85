/** Times in words. Used by RelativeTime. */
const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

export function relativeTime(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  // What ends in seven days still says so a moment later.
  const whole = seconds > 0 ? Math.round : Math.trunc;
  for (const [unit, size] of STEPS) if (Math.abs(seconds) >= size) return words.format(whole(seconds / size), unit);
  return "just now";
}

/** The same wherever it is written, for the first render: the server does not know the person's time zone. */
export const plainDate = (at: Date) => at.toLocaleDateString("en", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

export const exactTime = (at: Date) => at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });
