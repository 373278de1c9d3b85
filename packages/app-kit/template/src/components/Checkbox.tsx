import { type Allowed, useMayWrite } from "../lib/access";
import { attempt } from "../lib/notices";

type Props = Allowed & {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => unknown;
  onBlur?: () => void;
  hideLabel?: boolean;
};

/** A value of a row that is yes or no. Whoever may only look sees it. */
export function Checkbox({ label, checked, onChange, onBlur, hideLabel, may }: Props) {
  const mayWrite = useMayWrite(may);
  return (
    <label className="flex w-fit items-center gap-2.5 font-medium">
      <input
        type="checkbox"
        className="size-4.5 accent-accent"
        checked={checked}
        disabled={!mayWrite}
        onChange={(event) => attempt(onChange(event.target.checked))}
        onBlur={onBlur}
      />
      <span className={hideLabel ? "sr-only" : undefined}>{label}</span>
    </label>
  );
}
