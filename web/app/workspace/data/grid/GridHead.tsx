/** The head of one column: sorted by a press; its menu sorts, filters and hides; its edge is drawn to another width. */
import { type Column, isNumeric, type RowCondition, type RowSort } from "@edgewright/contracts";
import { ArrowDown, ArrowUp, ChevronDown, EyeOff, Filter, FilterX, Settings2 } from "lucide-react";
import type { PointerEvent } from "react";
import { cn } from "../../../components/cn.ts";
import { IconButton } from "../../../components/IconButton.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../../components/Menu.tsx";
import { nextSort } from "../rows.ts";

interface GridHeadProps {
  column: Column;
  sort: RowSort | null;
  onSort: (sort: RowSort | null) => void;
  onFilter: (filter: RowCondition) => void;
  onSetFilter: () => void;
  onHide: () => void;
  onField: () => void;
  onWidth: (width: number) => void;
  /** Why the tables may not be changed. */
  notChange: string | null;
}

const WIDTH_MIN = 64;

export function GridHead({ column, sort, onSort, onFilter, onSetFilter, onHide, onField, onWidth, notChange }: GridHeadProps) {
  const { name, label, type, required } = column;
  const direction = sort?.column === name ? sort.direction : null;
  return (
    <th
      aria-sort={direction ? (direction === "asc" ? "ascending" : "descending") : "none"}
      className="group/head sticky top-0 z-20 border-b border-border bg-background p-0 text-left font-medium"
    >
      <div className="flex items-center">
        <button
          type="button"
          onClick={() => onSort(nextSort(sort, name))}
          title={`${label}: ${type}${required ? ", needed" : ""}`}
          className={cn(
            "flex h-9 min-w-0 flex-1 items-center gap-1 px-2.5 text-muted transition-colors hover:text-text",
            isNumeric(column) && "justify-end",
          )}
        >
          <span className="truncate">{label}</span>
          {required && <span aria-hidden="true">*</span>}
          {direction === "asc" && <ArrowUp aria-hidden="true" className="size-3.5 shrink-0" />}
          {direction === "desc" && <ArrowDown aria-hidden="true" className="size-3.5 shrink-0" />}
        </button>
        <Menu
          trigger={
            <IconButton
              size="icon-sm"
              label={`Field ${label}`}
              className="opacity-0 group-hover/head:opacity-100 focus-visible:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100"
            >
              <ChevronDown />
            </IconButton>
          }
        >
          <MenuItem icon={<ArrowUp />} onClick={() => onSort({ column: name, direction: "asc" })}>
            Sort upwards
          </MenuItem>
          <MenuItem icon={<ArrowDown />} onClick={() => onSort({ column: name, direction: "desc" })}>
            Sort downwards
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Filter />} onClick={onSetFilter}>
            Filter…
          </MenuItem>
          <MenuItem icon={<FilterX />} onClick={() => onFilter({ column: name, op: "empty" })}>
            Only empty
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<EyeOff />} onClick={onHide}>
            Hide
          </MenuItem>
          <MenuItem icon={<Settings2 />} disabledReason={notChange} onClick={onField}>
            Change this field
          </MenuItem>
        </Menu>
      </div>
      <span
        aria-hidden="true"
        onPointerDown={(event) => draw(event, onWidth)}
        className="absolute inset-y-0 -right-1 z-10 w-2 cursor-col-resize touch-none"
      />
    </th>
  );
}

function draw(event: PointerEvent<HTMLElement>, onWidth: (width: number) => void): void {
  event.preventDefault();
  const edge = event.currentTarget;
  const head = edge.parentElement;
  const from = (head?.offsetWidth ?? 0) - event.clientX;
  edge.setPointerCapture(event.pointerId);
  const follow = ({ clientX }: globalThis.PointerEvent) => onWidth(Math.max(WIDTH_MIN, from + clientX));
  edge.addEventListener("pointermove", follow);
  edge.addEventListener("lostpointercapture", () => edge.removeEventListener("pointermove", follow), { once: true });
}
