/** One message that waits: when it is delivered, its text, its place, its way out. */
import type { Delivery } from "@edgewright/contracts";
import { ChevronDown, ChevronUp, CornerDownRight, ListEnd, Pencil, X } from "lucide-react";
import { useState } from "react";
import { cn } from "../../../components/cn.ts";
import { IconButton } from "../../../components/IconButton.tsx";
import { Menu, MenuItem, MenuNote } from "../../../components/Menu.tsx";
import { useWhyNot } from "../../../permissions/use-why-not.ts";
import type { JobCard } from "../../stream/state.ts";
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
  const notAllowed = useWhyNot("job.update");
  const [editing, setEditing] = useState(false);
  const movable = notAllowed === null && !editing && !single;
  const save = (next: string) => {
    setEditing(false);
    if (next.trim() !== "" && next !== text) onEdit(next);
  };
  return (
    <li
      {...(movable ? reorder.row(job.id) : {})}
      className={cn("rounded-control py-1 pr-1 pl-2.5 text-sm", reorder.isOver(job.id) ? "bg-text/8" : "bg-text/4")}
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
        <DeliveryChoice deliver={job.deliver} disabledReason={notAllowed} onChange={onDeliver} />
        <span className={cn("ml-auto flex", editing && "invisible")}>
          {!single && (
            <>
              <IconButton
                label="Move up"
                size="icon-sm"
                disabledReason={notAllowed}
                disabled={notAllowed !== null || reorder.isFirst(job.id)}
                onClick={() => reorder.up(job.id)}
              >
                <ChevronUp />
              </IconButton>
              <IconButton
                label="Move down"
                size="icon-sm"
                disabledReason={notAllowed}
                disabled={notAllowed !== null || reorder.isLast(job.id)}
                onClick={() => reorder.down(job.id)}
              >
                <ChevronDown />
              </IconButton>
            </>
          )}
          <IconButton label="Edit this message" size="icon-sm" disabledReason={notAllowed} onClick={() => setEditing(true)}>
            <Pencil />
          </IconButton>
          <IconButton label="Delete this message" size="icon-sm" disabledReason={notAllowed} onClick={onRemove}>
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

interface DeliveryChoiceProps {
  deliver: Delivery;
  disabledReason: string | null;
  onChange: (deliver: Delivery) => void;
}

function DeliveryChoice({ deliver, disabledReason, onChange }: DeliveryChoiceProps) {
  const { label, Icon } = DELIVERIES[deliver];
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`Delivery: ${label}`}
          className="-ml-1 flex h-6 items-center gap-1 rounded-[4px] px-1 text-xs text-muted transition-colors hover:bg-text/6 hover:text-text data-popup-open:bg-text/6 pointer-coarse:h-9"
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
          <MenuItem
            key={choice}
            icon={<ChoiceIcon aria-hidden="true" />}
            disabledReason={disabledReason}
            onClick={() => choice !== deliver && onChange(choice)}
          >
            {description}
          </MenuItem>
        );
      })}
      {disabledReason && <MenuNote>{disabledReason}</MenuNote>}
    </Menu>
  );
}
