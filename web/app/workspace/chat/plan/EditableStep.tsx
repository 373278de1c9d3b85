/** One step of a plan that waits for approval. Its title is edited in place. */
import { ChevronDown, ChevronUp, GripVertical, Undo2, X } from "lucide-react";
import { cn } from "../../../components/cn.ts";
import { IconButton } from "../../../components/IconButton.tsx";
import type { useReorder } from "../reorder.ts";
import type { EditedStep } from "./plan-edits.ts";

interface EditableStepProps {
  step: EditedStep;
  number: number;
  locked: boolean;
  reorder: ReturnType<typeof useReorder>;
  onTitle: (title: string) => void;
  onStrike: () => void;
}

export function EditableStep({ step, number, locked, reorder, onTitle, onStrike }: EditableStepProps) {
  const { id, title, files, struck } = step;
  return (
    <li
      {...(locked ? {} : reorder.row(id))}
      className={cn(
        "group/step rounded-control border p-1.5",
        reorder.isOver(id) ? "border-border-strong bg-text/4" : "border-border bg-background",
      )}
    >
      <div className="flex items-start gap-1">
        <span
          aria-hidden="true"
          {...(locked ? {} : reorder.handle(id))}
          className={cn("mt-1 flex shrink-0 items-center text-muted tabular-nums", !locked && "cursor-grab")}
        >
          <GripVertical className="size-4" />
        </span>
        <textarea
          aria-label={`Step ${number}`}
          rows={1}
          value={title}
          readOnly={struck}
          disabled={locked}
          maxLength={300}
          onChange={(event) => onTitle(event.target.value.replaceAll("\n", " "))}
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          className={cn(
            "field-sizing-content min-w-0 flex-1 resize-none rounded-[4px] bg-transparent px-1 py-0.5 pointer-coarse:text-[16px]",
            struck ? "text-muted line-through" : "hover:enabled:bg-text/4",
          )}
        />
        <span className="flex shrink-0">
          <IconButton
            label={`Move step ${number} up`}
            size="icon-sm"
            disabled={locked || reorder.isFirst(id)}
            onClick={() => reorder.up(id)}
          >
            <ChevronUp />
          </IconButton>
          <IconButton
            label={`Move step ${number} down`}
            size="icon-sm"
            disabled={locked || reorder.isLast(id)}
            onClick={() => reorder.down(id)}
          >
            <ChevronDown />
          </IconButton>
          <IconButton
            label={struck ? `Bring step ${number} back` : `Strike step ${number}`}
            size="icon-sm"
            disabled={locked}
            onClick={onStrike}
          >
            {struck ? <Undo2 /> : <X />}
          </IconButton>
        </span>
      </div>
      {files.length > 0 && (
        <p className={cn("ml-6 truncate font-mono text-xs text-muted", struck && "line-through")} title={files.join("\n")}>
          {files.join(", ")}
        </p>
      )}
    </li>
  );
}
