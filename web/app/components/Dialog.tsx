/** A question over the page. Esc, and a press beside it, back out. */
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export const backdropClass = "fixed inset-0 z-30 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0";
export const dialogClass =
  "fixed left-1/2 z-30 w-[calc(100vw-2rem)] -translate-x-1/2 rounded-card bg-raised shadow-float outline-none transition-[opacity,scale] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  className?: string;
}

export function Dialog({ open, onOpenChange, title, description, children, className }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className={cn(dialogClass, "top-[18vh] max-w-md p-5", className)}>
          <Base.Title className="text-[1rem]/6 font-semibold">{title}</Base.Title>
          {description && <Base.Description className="mt-1 text-muted">{description}</Base.Description>}
          <div className="mt-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

export const DialogActions = ({ children }: { children: ReactNode }) => <div className="mt-5 flex justify-end gap-2">{children}</div>;
