/** What the log is narrowed to: the page's address holds it, and the API's query follows from it. */

export type Filter = { person: string; action: string; project: string; since: SincePeriod };

const DAY_MS = 24 * 3600 * 1000;
const SINCE = { day: 1, week: 7, month: 30, quarter: 90 } as const;
export type SincePeriod = keyof typeof SINCE | "";

export const SINCE_CHOICES: { value: SincePeriod; label: string }[] = [
  { value: "", label: "Any time" },
  { value: "day", label: "Last 24 hours" },
  { value: "week", label: "Last 7 days" },
  { value: "month", label: "Last 30 days" },
  { value: "quarter", label: "Last 90 days" },
];

const isSince = (text: string): text is keyof typeof SINCE => Object.hasOwn(SINCE, text);

export function filterFrom(search: URLSearchParams): Filter {
  const of = (name: string) => search.get(name) ?? "";
  const since = of("since");
  return { person: of("person"), action: of("action"), project: of("project"), since: isSince(since) ? since : "" };
}

const named = (facts: Record<string, string>) => new URLSearchParams(Object.entries(facts).filter(([, value]) => value !== "")).toString();

/** For the page's address. */
export const searchOf = (filter: Filter): string => named(filter);

/** For the API. */
export function queryOf({ since, ...rest }: Filter, now: number): string {
  return named({ ...rest, from: since === "" ? "" : new Date(now - SINCE[since] * DAY_MS).toISOString() });
}

export const isNarrowed = (filter: Filter): boolean => searchOf(filter) !== "";
