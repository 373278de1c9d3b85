/** Instants, stored in UTC, as the viewer's own clock shows them and as they type them. */

const two = (part: number, digits = 2) => String(part).padStart(digits, "0");

/** `2026-03-31T11:30`, with seconds where there are some; an empty text for what is no instant. */
export function toLocal(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const [date, time] = [
    [two(at.getFullYear(), 4), two(at.getMonth() + 1), two(at.getDate())],
    [two(at.getHours()), two(at.getMinutes())],
  ];
  return `${date.join("-")}T${time.join(":")}${at.getSeconds() === 0 ? "" : `:${two(at.getSeconds())}`}`;
}

/** Null: no time. One that the clock skips in spring is the hour after. */
export function fromLocal(text: string): string | null {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
