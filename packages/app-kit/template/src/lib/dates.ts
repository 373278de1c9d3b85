/** Days as they are stored: a date as `2026-03-31`, a moment as ISO 8601 in UTC. */
import { addDays, format, setHours, startOfDay } from "date-fns";

export const dateOf = (day: Date) => format(day, "yyyy-MM-dd");

/** Nine in the morning of a day, where a new entry starts unless said otherwise. */
export const atNine = (day: Date) => setHours(startOfDay(day), 9).toISOString();

/** The date in so many days; 0 is today. */
export const inDays = (days: number) => dateOf(addDays(new Date(), days));
