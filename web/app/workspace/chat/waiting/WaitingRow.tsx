/** One message that waits: when it is delivered, its text, its place, its way out. */
import type { Delivery } from "@edgewright/contracts";
import { ChevronDown, ChevronUp, CornerDownRight, ListEnd, Pencil, X } from "lucide-react";
import { useState } from "react";
import { cn } from "../../../components/cn.ts";
import { IconButton } from "../../../components/IconButton.tsx";
import { Menu, MenuItem } from "../../../components/Menu.tsx";
import type { JobCard } from "../../stream/state.ts";
import { useWorkspace } from "../../WorkspaceContext.tsx";
import type { useReorder } from "../reorder.ts";
import { EditText } from "./EditText.tsx";

interface WaitingRowProps {
  job: JobCard;
  text: string;
  /** There is nothing to move it past. */
  single: boolean;
  reorder: ReturnType<typeof useReorder>;
  onEdit: (text: string) => void;
  onDeliver: (deliver: Delivery) => void;
  onRemove: () => void;
}

export function WaitingRow({ job, text, single, reorder, onEdit, onDeliver, onRemove }: WaitingRowProps) {
  const { readOnlyReason } = useWorkspace();
  const [editing, setEditing] = useState(false);
  const movable = readOnlyReason === null && !editing && !single;
  const save = (next: string) => {
    setEditing(false);
    if (next.trim() !== "" && next !== text) onEdit(next);
  };
  return (
    <li
      {...(movable ? reorder.row(job.id) : {})}
      className={cn("rounded-control bg-text/4 py-1 pr-1 pl-2.5 text-sm", reorder.isOver(job.id) && "bg-text/8")}
    >
      {editing ? (
        <EditText text={text} onSave={save} onCancel={() => setEditing(false)} />
      ) : (
        <p
          {...(movable ? reorder.handle(job.id) : {})}
          className={cn("line-clamp-2 py-0.5 break-words", movable && "cursor-grab")}
          title={text}
        >
          {text}
        </p>
      )}
      <div className="flex items-center gap-0.5">
        <DeliveryChoice deliver={job.deliver} locked={readOnlyReason !== null} onChange={onDeliver} />
        <span className={cn("ml-auto flex", editing && "invisible")}>
          {!single && (
            <>
              <IconButton
                label="Move up"
                size="icon-sm"
                disabledReason={readOnlyReason}
                disabled={readOnlyReason !== null || reorder.isFirst(job.id)}
                onClick={() => reorder.up(job.id)}
              >
                <ChevronUp />
              </IconButton>
              <IconButton
                label="Move down"
                size="icon-sm"
                disabledReason={readOnlyReason}
                disabled={readOnlyReason !== null || reorder.isLast(job.id)}
                onClick={() => reorder.down(job.id)}
              >
                <ChevronDown />
              </IconButton>
            </>
          )}
          <IconButton label="Edit this message" size="icon-sm" disabledReason={readOnlyReason} onClick={() => setEditing(true)}>
            <Pencil />
          </IconButton>
          <IconButton label="Delete this message" size="icon-sm" disabledReason={readOnlyReason} onClick={onRemove}>
            <X />
          </IconButton>
        </span>
      </div>
    </li>
  );
}

const DELIVERIES = {
  steer: { label: "Next step", description: "Into the running job, at its next step", Icon: CornerDownRight },
  queue: { label: "Afterwards", description: "After the running job, as a job of its own", Icon: ListEnd },
} as const;

function DeliveryChoice({ deliver, locked, onChange }: { deliver: Delivery; locked: boolean; onChange: (deliver: Delivery) => void }) {
  const { label, Icon } = DELIVERIES[deliver];
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          disabled={locked}
          aria-label={`Delivery: ${label}`}
          className="-ml-1 flex h-6 items-center gap-1 rounded-[4px] px-1 text-xs text-muted transition-colors hover:enabled:bg-text/6 hover:enabled:text-text data-popup-open:bg-text/6 pointer-coarse:h-9"
        >
          <Icon aria-hidden="true" className="size-3.5" />
          {label}
          <ChevronDown aria-hidden="true" className="size-3" />
        </button>
      }
    >
      {(Object.keys(DELIVERIES) as Delivery[]).map((choice) => {
        const { description, Icon: ChoiceIcon } = DELIVERIES[choice];
        return (
          <MenuItem key={choice} icon={<ChoiceIcon aria-hidden="true" />} onClick={() => choice !== deliver && onChange(choice)}>
            {description}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
