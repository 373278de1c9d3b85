/** "Every Monday at 9", "each morning", "on the first of the month": as cron has it. */

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const HOURS: Record<string, number> = { morning: 8, noon: 12, afternoon: 15, evening: 18, night: 20 };
/** What a mail without a row cannot have in it. */
const SUMMARY = /\bsends?\b.*\b(?:summar\w+|lists?|reports?|overview|digest|totals?|figures|statistics)\b/i;

export type Schedule = { cron: string; said: string };

/** `clause`: all that was said. */
export function scheduleOf(when: string, clause: string): Schedule | { why: string } | null {
  const text = when.toLowerCase();
  const every =
    /\b(?:every|each|on)\s+(?:single\s+)?(weekday|working day|day|morning|noon|afternoon|evening|night|week|month|(?:sun|mon|tues|wednes|thurs|fri|satur)day)s?\b|\b(daily|weekly|monthly)\b|\b(?:first|1st)(?: day)? of (?:the|each|every) month\b/.exec(
      text,
    );
  if (!every) return null;
  if (SUMMARY.test(clause)) return { why: "a mail at a fixed time knows no rows, so it can hold no list and no figures of them" };
  const [minute, hour] = timeIn(text, every[1] ?? "");
  const unit = every[1] ?? { daily: "day", weekly: "week", monthly: "month" }[every[2] ?? ""] ?? "month";
  const day = DAYS.indexOf(unit);
  const at = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  const made = (rest: string, said: string): Schedule => ({ cron: `${minute} ${hour} ${rest}`, said: `${said} at ${at}` });
  if (day >= 0) return made(`* * ${day}`, `every ${unit[0]?.toUpperCase()}${unit.slice(1)}`);
  if (unit === "week") return made("* * 1", "every Monday");
  if (unit === "month") return made("1 * *", "on the first of the month");
  return /weekday|working/.test(unit) ? made("* * 1-5", "every working day") : made("* * *", "every day");
}

function timeIn(text: string, part: string): [minute: number, hour: number] {
  const [, hour, minute, half] = /\bat (\d{1,2})(?::(\d\d))?\s*(am|pm|o'?clock|h)?\b/.exec(text) ?? [];
  if (hour === undefined) return [0, HOURS[part] ?? 8];
  const pm = half === "pm" && Number(hour) < 12 ? 12 : 0;
  return [Math.min(59, Number(minute ?? 0)), Math.min(23, Number(hour) + pm)];
}
