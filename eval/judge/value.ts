/** What is typed into a field for a value of a task: days are told from today, as the field's kind writes them. */
import { addDays, format } from "date-fns";

const DAY = /^today(?:([+-]\d+))?(?: (\d\d:\d\d))?$/;

export function valueFor(inputType: string, value: string | number | boolean, now = new Date()): string {
  const [matched, days, time] = DAY.exec(String(value)) ?? [];
  if (matched === undefined) return String(value);
  const day = format(addDays(now, Number(days ?? 0)), "yyyy-MM-dd");
  const at = time ?? "09:00";
  switch (inputType) {
    case "datetime-local":
      return `${day}T${at}`;
    case "time":
      return at;
    case "month":
      return day.slice(0, 7);
    case "date":
      return day;
    default:
      return time === undefined ? day : `${day} ${at}`;
  }
}
