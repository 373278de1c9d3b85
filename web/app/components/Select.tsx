/** One choice out of a few. Each may carry a line that says what it is. */
import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { Button } from "./Button.tsx";
import { cn } from "./cn.ts";
import { itemClass, popupClass } from "./menu-parts.ts";
import { controlClass } from "./Textarea.tsx";

export interface Choice {
  value: string;
  label: string;
  description?: string;
}

interface SelectProps {
  choices: Choice[];
  /** null: nothing is chosen yet; the placeholder shows. */
  value: string | null;
  onChange: (value: string) => void;
  label?: string;
  placeholder?: string;
  /** Without a border, for toolbars. */
  quiet?: boolean;
  disabled?: boolean;
  /** Disables it; shown on hover and focus, and read by screen readers. */
  disabledReason?: string | false | null;
  className?: string;
}

export function Select({ choices, value, onChange, label, placeholder, quiet = false, disabled, disabledReason, className }: SelectProps) {
  if (disabledReason) return <Locked choice={choices.find((choice) => choice.value === value)} {...{ label, className, disabledReason }} />;
  return (
    <Base.Root items={choices} value={value} onValueChange={(next) => next !== null && onChange(next)} disabled={disabled}>
      <Base.Trigger
        aria-label={label}
        className={cn(
          quiet
            ? "rounded-control text-muted transition-colors hover:bg-text/6 hover:text-text data-popup-open:bg-text/6"
            : cn(controlClass, "data-disabled:opacity-60"),
          "flex h-8 min-w-0 items-center justify-between gap-1.5 px-2.5 text-left pointer-coarse:h-10",
          className,
        )}
      >
        <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-muted" />
        <Base.Icon>
          <ChevronsUpDown aria-hidden="true" className="size-3.5 text-muted" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" alignItemWithTrigger={false} className="z-40 outline-none">
          <Base.Popup className={cn(popupClass, "max-w-80 min-w-(--anchor-width)")}>
            {choices.map((choice) => (
              <Base.Item
                key={choice.value}
                value={choice.value}
                className={cn(itemClass, "h-auto! items-start! py-1.5 pointer-coarse:py-2.5")}
              >
                <span className="min-w-0 flex-1">
                  <Base.ItemText className="block truncate">{choice.label}</Base.ItemText>
                  {choice.description && <span className="block text-sm text-muted">{choice.description}</span>}
                </span>
                <Base.ItemIndicator>
                  <Check aria-hidden="true" className="mt-0.5 size-4" />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** In the select's shape, since a select that is disabled takes no focus and could not say why. */
const Locked = ({
  choice,
  label,
  disabledReason,
  className,
}: { choice: Choice | undefined } & Pick<SelectProps, "label" | "disabledReason" | "className">) => (
  <Button
    aria-label={label && choice ? `${label}: ${choice.label}` : label}
    disabledReason={disabledReason}
    className={cn("w-full min-w-0 justify-between! px-2.5! font-normal!", className)}
  >
    <span className="truncate">{choice?.label}</span>
    <ChevronsUpDown aria-hidden="true" className="size-3.5! text-muted" />
  </Button>
);
