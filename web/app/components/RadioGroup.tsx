/** One choice out of a few, all in sight. Arrow keys move the choice. */
import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

/** The row of a radio or a checkbox: the whole line can be pressed. */
export const choiceClass =
  "flex items-start gap-2.5 rounded-control px-2 py-1 transition-colors hover:not-has-data-disabled:bg-text/4 has-data-disabled:cursor-not-allowed has-data-disabled:opacity-60 pointer-coarse:py-2.5";
export const markClass =
  "mt-0.5 flex size-4 shrink-0 items-center justify-center border border-border-strong bg-surface transition-colors data-checked:border-text data-checked:bg-text";

interface RadioGroupProps {
  label: string;
  value: string | null;
  onChange: (value: string) => void;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}

export const RadioGroup = ({ label, value, onChange, className, ...props }: RadioGroupProps) => (
  <Base
    aria-label={label}
    value={value}
    onValueChange={(next) => next !== null && onChange(next)}
    className={cn("flex flex-col", className)}
    {...props}
  />
);

/** `onPress`: chosen with a pointer, not with the keys. */
export const RadioItem = ({ value, onPress, children }: { value: string; onPress?: () => void; children: ReactNode }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: Radio.Root brings its own input
  <label className={choiceClass} onPointerUp={onPress}>
    <Radio.Root value={value} className={cn(markClass, "rounded-full")}>
      <Radio.Indicator className="size-1.5 rounded-full bg-surface" />
    </Radio.Root>
    <span className="min-w-0 flex-1 break-words">{children}</span>
  </label>
);
