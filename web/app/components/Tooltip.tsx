/** A short label on hover and focus. With `describes`, screen readers read it as the element's description too. */
import { Tooltip as Base } from "@base-ui/react/tooltip";
import { type ReactElement, useId, useState } from "react";
import { Kbd } from "./Kbd.tsx";

interface TooltipProps {
  label: string;
  keys?: string;
  side?: "top" | "bottom" | "left" | "right";
  describes?: boolean;
  children: ReactElement<Record<string, unknown>>;
}

export const TooltipProvider = Base.Provider;

export function Tooltip({ label, keys, side = "bottom", describes = false, children }: TooltipProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger
        render={children}
        closeOnClick={!describes}
        aria-describedby={describes ? id : undefined}
        // There is no hover on a touch screen: a press on what is off tells why.
        onPointerUp={describes ? ({ pointerType }) => pointerType === "touch" && setOpen(true) : undefined}
      />
      {describes && (
        <span id={id} hidden>
          {label}
        </span>
      )}
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="flex max-w-72 items-center gap-2 rounded-control bg-raised px-2 py-1 text-sm text-text shadow-float transition-opacity data-ending-style:opacity-0 data-instant:duration-0 data-starting-style:opacity-0">
            {label}
            {keys && <Kbd keys={keys} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
