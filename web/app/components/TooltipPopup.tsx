/** What a Tooltip shows. Fetched by itself, as a page is read without any. */
import { Tooltip as Base } from "@base-ui/react/tooltip";
import { Kbd } from "./Kbd.tsx";

export type Side = "top" | "bottom" | "left" | "right";

interface TooltipPopupProps {
  anchor: Element;
  label: string;
  keys: string | undefined;
  side: Side;
  /** The pointer went onto the label itself, which then stays. */
  onEnter: () => void;
  onLeave: () => void;
}

const TooltipPopup = ({ anchor, label, keys, side, onEnter, onLeave }: TooltipPopupProps) => (
  <Base.Root open>
    <Base.Portal>
      <Base.Positioner anchor={anchor} side={side} sideOffset={6} className="z-50" onPointerEnter={onEnter} onPointerLeave={onLeave}>
        <Base.Popup
          role="tooltip"
          className="flex max-w-72 items-center gap-2 rounded-control bg-raised px-2 py-1 text-sm text-text shadow-float transition-opacity data-starting-style:opacity-0"
        >
          {label}
          {keys && <Kbd keys={keys} />}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
export default TooltipPopup;
