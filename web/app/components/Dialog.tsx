/** A question over the page. Esc, and a press beside it, back out. */
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export const backdropClass = "fixed inset-0 z-30 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0";
export const dialogClass =
  "fixed left-1/2 z-30 w-[calc(100vw-2rem)] -translate-x-1/2 rounded-card bg-raised shadow-float outline-none transition-[opacity,scale] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  /** `tall` begins higher up, and scrolls in itself. */
  size?: keyof typeof SIZES;
}

const TALL = "top-[6dvh] max-h-[88dvh] overflow-y-auto";
const SIZES = {
  small: "top-[18vh] max-w-xs",
  medium: "top-[18vh] max-w-md",
  tall: `${TALL} max-w-md`,
  wide: `${TALL} max-w-lg`,
};

export function Dialog({ open, onOpenChange, title, description, children, size = "medium" }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className={cn(dialogClass, SIZES[size], "p-5")}>
          <Base.Title className="text-[1rem]/6 font-semibold">{title}</Base.Title>
          {description && <Base.Description className="mt-1 text-muted">{description}</Base.Description>}
          <div className="mt-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

export const DialogActions = ({ children }: { children: ReactNode }) => <div className="mt-5 flex justify-end gap-2">{children}</div>;
