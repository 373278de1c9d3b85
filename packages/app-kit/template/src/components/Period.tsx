/** The days between which something is looked for, kept in the address. */
import { addDays, parseISO } from "date-fns";
import { useSearchParams } from "react-router";
import { dateOf, inDays } from "../lib/dates";
import { Field } from "./Field";
import { Input } from "./Input";

type Props = { from: string; until: string; onChange: (name: "from" | "until", day: string) => void };

/** From today until tomorrow at first. The last day is not part of it: it is the one on which people leave. */
export function usePeriod() {
  const [params, setParams] = useSearchParams();
  const from = params.get("from") || inDays(0);
  const chosen = params.get("until") ?? "";
  const until = chosen > from ? chosen : dateOf(addDays(parseISO(from), 1));
  const onChange: Props["onChange"] = (name, day) =>
    setParams(
      (before) => {
        before.set(name, day);
        return before;
      },
      { replace: true },
    );
  return { from, until, period: { from, until, onChange } };
}

export function PeriodFields({ from, until, onChange }: Props) {
  return (
    <div className="flex flex-wrap gap-3">
      <Field label="From">
        {(control) => <Input {...control} type="date" value={from} onChange={(event) => onChange("from", event.target.value)} />}
      </Field>
      <Field label="Until">
        {(control) => (
          <Input {...control} type="date" min={from} value={until} onChange={(event) => onChange("until", event.target.value)} />
        )}
      </Field>
    </div>
  );
}
