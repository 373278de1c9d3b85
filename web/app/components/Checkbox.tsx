/** Yes or no beside its words. Several of them are several choices. */
import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { choiceClass, markClass } from "./RadioGroup.tsx";

interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Pressed with a pointer, not with the keys. */
  onPress?: () => void;
  disabled?: boolean;
  children: ReactNode;
}

export const Checkbox = ({ checked, onChange, onPress, disabled, children }: CheckboxProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: Base.Root brings its own input
  <label className={choiceClass} onPointerUp={onPress}>
    <Base.Root checked={checked} onCheckedChange={onChange} disabled={disabled} className={cn(markClass, "rounded-[4px]")}>
      <Base.Indicator>
        <Check aria-hidden="true" className="size-3 stroke-3 text-surface" />
      </Base.Indicator>
    </Base.Root>
    <span className="min-w-0 flex-1 break-words">{children}</span>
  </label>
);
