/** Something that is on or off. Inside a Field it takes the field's label. */
import { Switch as Base } from "@base-ui/react/switch";

interface SwitchProps {
  checked: boolean;
  /** Where no Field around it has one. */
  label?: string;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

export const Switch = ({ checked, label, onChange, disabled }: SwitchProps) => (
  <Base.Root
    checked={checked}
    aria-label={label}
    onCheckedChange={onChange}
    disabled={disabled}
    className="flex h-5 w-9 shrink-0 items-center rounded-full bg-text/20 p-0.5 transition-colors data-checked:bg-text data-disabled:cursor-not-allowed data-disabled:opacity-60"
  >
    <Base.Thumb className="size-4 rounded-full bg-surface transition-transform data-checked:translate-x-4" />
  </Base.Root>
);
