/** Sends what the composer holds. While a job works, a menu beside it has the other way: to wait for the job's end. */
import type { Delivery } from "@edgewright/contracts";
import { ArrowUp, ChevronDown, CornerDownRight, ListEnd } from "lucide-react";
import { buttonClass } from "../../components/Button.tsx";
import { cn } from "../../components/cn.ts";
import { IconButton } from "../../components/IconButton.tsx";
import { Menu, MenuItem } from "../../components/Menu.tsx";

interface SendButtonProps {
  /** A job is at work, so there are two ways to send. */
  choice: boolean;
  busy: boolean;
  disabledReason: string | null;
  onSend: (deliver: Delivery) => void;
}

export function SendButton({ choice, busy, disabledReason, onSend }: SendButtonProps) {
  return (
    <span className="flex shrink-0">
      {choice && disabledReason === null && (
        <Menu
          trigger={
            <button
              type="button"
              aria-label="Ways to send"
              className={cn(buttonClass({ variant: "ghost", size: "icon" }), "w-6 pointer-coarse:w-9")}
            >
              <ChevronDown aria-hidden="true" />
            </button>
          }
        >
          <MenuItem icon={<CornerDownRight aria-hidden="true" />} keys="enter" onClick={() => onSend("steer")}>
            Send to the running job
          </MenuItem>
          <MenuItem icon={<ListEnd aria-hidden="true" />} keys="alt+enter" onClick={() => onSend("queue")}>
            Queue for afterwards
          </MenuItem>
        </Menu>
      )}
      <IconButton label="Send" keys="enter" variant="primary" type="submit" busy={busy} disabledReason={disabledReason}>
        <ArrowUp />
      </IconButton>
    </span>
  );
}
