import { formatDate, formatDay } from "../lib/format";

/** A day as people say it; the exact one on hover. */
export function Day({ value }: { value: string | null }) {
  return value ? (
    <time dateTime={value} title={formatDate(value)}>
      {formatDay(value)}
    </time>
  ) : null;
}
