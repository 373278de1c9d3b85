/** One row of the grid. It is drawn anew only when it, or what of it is selected, is another. */
import type { Column, DataRow } from "@edgewright/contracts";
import { History, Trash2 } from "lucide-react";
import { memo } from "react";
import type { ApiFailure } from "../../../api/answer.ts";
import { IconButton } from "../../../components/IconButton.tsx";
import { Cell } from "../Cell.tsx";
import type { References } from "../references.ts";

/** What all rows have in common. */
export type RowActions = {
  edit: (row: DataRow, values: Record<string, unknown>) => Promise<ApiFailure | null>;
  remove: (row: DataRow) => void;
  open: (row: DataRow) => void;
};

interface GridRowProps {
  table: string;
  row: DataRow;
  index: number;
  columns: readonly Column[];
  references: References;
  notAllowed: string | null;
  /** The first and the last selected column, and the one with the focus; -1: none. */
  left: number;
  right: number;
  active: number;
  actions: RowActions;
  measure: (row: HTMLTableRowElement | null) => void;
}

export const GridRow = memo(
  ({ table, row, index, columns, references, notAllowed, left, right, active, actions, measure }: GridRowProps) => (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} className="group/row">
      <td className="border-b border-border p-1 align-top">
        <div className="flex opacity-0 group-hover/row:opacity-100 focus-within:opacity-100 pointer-coarse:opacity-100">
          <IconButton size="icon-sm" label="Delete this row" disabledReason={notAllowed} onClick={() => actions.remove(row)}>
            <Trash2 />
          </IconButton>
          <IconButton size="icon-sm" label="Changes of this row" onClick={() => actions.open(row)}>
            <History />
          </IconButton>
        </div>
      </td>
      {columns.map((column, at) => (
        <Cell
          key={column.name}
          table={table}
          row={row}
          place={{ row: index, column: at }}
          column={column}
          references={references}
          notAllowed={notAllowed}
          selected={at >= left && at <= right}
          active={at === active}
          onSave={(values) => actions.edit(row, values)}
        />
      ))}
      <td className="border-b border-border" />
    </tr>
  ),
);
GridRow.displayName = "GridRow";
