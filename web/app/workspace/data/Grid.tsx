/** A table's rows as a grid: sorted by its heads, changed in place, moved through by the arrow keys. */
import { type Column, type DataRow, isNumeric, type RowSort, type Table } from "@edgewright/contracts";
import { ArrowDown, ArrowUp, History, Plus, Settings2, Trash2 } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { cn } from "../../components/cn.ts";
import { IconButton } from "../../components/IconButton.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { Cell } from "./Cell.tsx";
import { nextSort } from "./rows.ts";
import type { References } from "./use-references.ts";

interface GridProps {
  table: Table;
  rows: DataRow[];
  references: References;
  sort: RowSort | null;
  onSort: (sort: RowSort | null) => void;
  onSave: (row: DataRow, values: Record<string, unknown>) => Promise<ApiFailure | null>;
  onDelete: (row: DataRow) => void;
  /** Looks at what became of a row. */
  onOpen: (row: DataRow) => void;
  /** Another field, or what one is. */
  onField: (field: Column | "new") => void;
  /** The row being made, if one is. */
  newRow: ReactNode;
  /** Why nothing may be changed. */
  notAllowed: string | null;
}

export function Grid({ table, rows, references, sort, onSort, onSave, onDelete, onOpen, onField, newRow, notAllowed }: GridProps) {
  const notChange = useWhyNot("version.save");
  return (
    <table className="w-max min-w-full border-separate border-spacing-0 bg-surface" onKeyDown={moveFocus}>
      <thead>
        <tr>
          <th className="sticky top-0 z-10 w-18 border-b border-border bg-background">
            <span className="sr-only">Actions</span>
          </th>
          {table.columns.map((column) => (
            <th
              key={column.name}
              aria-sort={sort?.column === column.name ? (sort.direction === "asc" ? "ascending" : "descending") : "none"}
              className="group/head sticky top-0 z-10 min-w-36 border-b border-border bg-background p-0 text-left font-medium"
            >
              <div className="flex items-center">
                <button
                  type="button"
                  onClick={() => onSort(nextSort(sort, column.name))}
                  title={`${column.type}${column.required ? ", needed" : ""}`}
                  className={cn(
                    "flex h-9 w-full items-center gap-1 px-2.5 whitespace-nowrap text-muted transition-colors hover:text-text",
                    isNumeric(column) && "justify-end",
                  )}
                >
                  {column.label}
                  {column.required && (
                    <span aria-hidden="true" className="text-muted">
                      *
                    </span>
                  )}
                  {sort?.column === column.name &&
                    (sort.direction === "asc" ? (
                      <ArrowUp aria-hidden="true" className="size-3.5" />
                    ) : (
                      <ArrowDown aria-hidden="true" className="size-3.5" />
                    ))}
                </button>
                <IconButton
                  size="icon-sm"
                  label={`Field ${column.label}`}
                  disabledReason={notChange}
                  onClick={() => onField(column)}
                  className="opacity-0 group-hover/head:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
                >
                  <Settings2 />
                </IconButton>
              </div>
            </th>
          ))}
          <th className="sticky top-0 z-10 w-full border-b border-border bg-background p-1 text-left">
            <IconButton size="icon-sm" label="New field" disabledReason={notChange} onClick={() => onField("new")}>
              <Plus />
            </IconButton>
          </th>
        </tr>
      </thead>
      <tbody>
        {newRow}
        {rows.map((row) => (
          <tr key={row.id} className="group/row">
            <td className="border-b border-border p-1 align-top">
              <div className="flex opacity-0 group-hover/row:opacity-100 focus-within:opacity-100 pointer-coarse:opacity-100">
                <IconButton size="icon-sm" label="Delete this row" disabledReason={notAllowed} onClick={() => onDelete(row)}>
                  <Trash2 />
                </IconButton>
                <IconButton size="icon-sm" label="Changes of this row" onClick={() => onOpen(row)}>
                  <History />
                </IconButton>
              </div>
            </td>
            {table.columns.map((column) => (
              <Cell
                key={column.name}
                table={table.name}
                row={row}
                column={column}
                references={references}
                notAllowed={notAllowed}
                onSave={(values) => onSave(row, values)}
              />
            ))}
            <td className="border-b border-border" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The arrow keys go from cell to cell. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = event.target instanceof HTMLButtonElement && "cell" in event.target.dataset ? event.target.closest("td") : null;
  const row = cell?.parentElement;
  if (!cell || !row) return;
  const targets: Record<string, Element | null | undefined> = {
    ArrowLeft: cell.previousElementSibling,
    ArrowRight: cell.nextElementSibling,
    ArrowUp: row.previousElementSibling?.children[(cell as HTMLTableCellElement).cellIndex],
    ArrowDown: row.nextElementSibling?.children[(cell as HTMLTableCellElement).cellIndex],
  };
  if (!(event.key in targets)) return;
  event.preventDefault();
  targets[event.key]?.querySelector<HTMLButtonElement>("button")?.focus();
}
