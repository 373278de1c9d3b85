/** Durations, stored as seconds, as people write them: `1:30`, `1:30:15`, `90m`, `1h 30m`, `45s`. */

/** Hours and minutes, and seconds where there are some. */
export function showDuration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.round(seconds % 60)];
  const two = (part: number) => String(part).padStart(2, "0");
  return `${hours}:${two(minutes)}${rest === 0 ? "" : `:${two(rest)}`}`;
}

/** Seconds, or null. A plain number is minutes. */
export function readDuration(text: string): number | null {
  const clock = /^(\d{1,6}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(text);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const units = /^(?:(\d{1,6})\s*h)?\s*(?:(\d{1,8})\s*m(?:in)?)?\s*(?:(\d{1,9})\s*s)?$/i.exec(text);
  if (units && units[0] !== "") return Number(units[1] ?? 0) * 3600 + Number(units[2] ?? 0) * 60 + Number(units[3] ?? 0);
  return /^\d{1,8}$/.test(text) ? Number(text) * 60 : null;
}
