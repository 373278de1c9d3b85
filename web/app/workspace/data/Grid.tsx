/**
 * A table's rows as a grid: sorted by its heads, moved through, changed, copied and pasted as in a spreadsheet. Only the rows in
 * sight are drawn; the next ones are loaded before they come into it.
 */
import { type Column, type DataRow, isNumeric, type RowCondition, type RowSort, type Table } from "@edgewright/contracts";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Plus } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { IconButton } from "../../components/IconButton.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { GridHead } from "./grid/GridHead.tsx";
import { GridRow, type RowActions } from "./grid/GridRow.tsx";
import { isWithin, rangeOf } from "./grid/selection.ts";
import { useCells } from "./grid/use-cells.ts";
import { useEdits } from "./grid/use-edits.ts";
import { useSelection } from "./grid/use-selection.ts";
import type { References } from "./references.ts";

interface GridProps {
  table: Table;
  /** Those that are shown. */
  columns: Column[];
  rows: DataRow[];
  /** What they are scrolled in. */
  scroller: HTMLElement | null;
  references: References;
  sort: RowSort | null;
  onSort: (sort: RowSort | null) => void;
  /** Of fields that somebody has drawn to another width. */
  widths: Readonly<Record<string, number>>;
  onWidth: (column: Column, width: number) => void;
  onFilter: (filter: RowCondition) => void;
  /** A condition on the field is to be set. */
  onSetFilter: (column: Column) => void;
  onHide: (column: Column) => void;
  onSave: (row: DataRow, values: Record<string, unknown>) => Promise<ApiFailure | null>;
  /** All of them or none. */
  onSaveMany: (changes: readonly (readonly [DataRow, Record<string, unknown>])[]) => Promise<ApiFailure | null>;
  onDelete: (row: DataRow) => void;
  /** Looks at what became of a row. */
  onOpen: (row: DataRow) => void;
  /** Another field, or what one is. */
  onField: (field: Column | "new") => void;
  /** The last rows are near. */
  onEnd: () => void;
  /** The row being made, if one is. */
  newRow: ReactNode;
  /** Why nothing may be changed. */
  notAllowed: string | null;
}

const ROW_HEIGHT = 37;
/** Rows that are drawn beyond those in sight. */
const BEYOND = 12;
/** So many rows before the end the next ones are loaded. */
const NEAR_END = 60;
const ACTIONS_WIDTH = 72;

export function Grid({ table, columns, rows, scroller, references, widths, notAllowed, newRow, ...on }: GridProps) {
  const notChange = useWhyNot("version.save");
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: BEYOND,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const chosen = useSelection({ rows: rows.length, columns: columns.length }, (row) => virtual.scrollToIndex(row));
  const { selection } = chosen;
  const edits = useEdits(rows, { one: on.onSave, many: on.onSaveMany });
  const cells = useCells({ rows, columns, references, selection, select: chosen.select, edits, notAllowed });
  const actions = useSteady<RowActions>({ edit: edits.edit, remove: on.onDelete, open: on.onOpen });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const nearEnd = (last?.index ?? 0) >= rows.length - NEAR_END;
  const end = useRef(on.onEnd);
  end.current = on.onEnd;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each number of rows
  useEffect(() => {
    if (nearEnd) end.current();
  }, [nearEnd, rows.length]);
  const range = selection && rangeOf(selection);
  const widthOf = (column: Column) => widths[column.name] ?? usualWidth(column);
  return (
    <>
      <table
        ref={chosen.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved through and selected in is a grid
        role="grid"
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        aria-busy={edits.left > 0 || undefined}
        className="min-w-full table-fixed border-separate border-spacing-0 bg-surface select-none"
        style={{ width: columns.reduce((sum, column) => sum + widthOf(column), ACTIONS_WIDTH + 44) }}
        onFocus={chosen.onFocus}
        onPointerDown={chosen.onPointerDown}
        onPointerOver={chosen.onPointerOver}
        onCopy={cells.onCopy}
        onPaste={cells.onPaste}
        onKeyDown={(event) => {
          if (chosen.onKey(event) || cells.onKey(event)) event.preventDefault();
        }}
      >
        <colgroup>
          <col style={{ width: ACTIONS_WIDTH }} />
          {columns.map((column) => (
            <col key={column.name} style={{ width: widthOf(column) }} />
          ))}
          <col />
        </colgroup>
        <thead>
          <tr>
            <th className="sticky top-0 z-20 border-b border-border bg-background">
              <span className="sr-only">Actions</span>
            </th>
            {columns.map((column) => (
              <GridHead
                key={column.name}
                column={column}
                sort={on.sort}
                onSort={on.onSort}
                onFilter={on.onFilter}
                onSetFilter={() => on.onSetFilter(column)}
                onHide={() => on.onHide(column)}
                onField={() => on.onField(column)}
                onWidth={(width) => on.onWidth(column, width)}
                notChange={notChange}
              />
            ))}
            <th className="sticky top-0 z-20 border-b border-border bg-background p-1 text-left">
              <IconButton size="icon-sm" label="New field" disabledReason={notChange} onClick={() => on.onField("new")}>
                <Plus />
              </IconButton>
            </th>
          </tr>
        </thead>
        <tbody>
          {newRow}
          <Space height={first?.start ?? 0} />
          {items.map(({ index, key }) => {
            const row = rows[index];
            if (!row) return null;
            const inRange = range !== null && isWithin(range, { row: index, column: range.left });
            return (
              <GridRow
                key={key}
                table={table.name}
                row={row}
                index={index}
                columns={columns}
                references={references}
                notAllowed={notAllowed}
                left={inRange ? range.left : -1}
                right={inRange ? range.right : -1}
                active={selection?.to.row === index ? selection.to.column : !selection && index === 0 ? 0 : -1}
                actions={actions}
                measure={virtual.measureElement}
              />
            );
          })}
          <Space height={virtual.getTotalSize() - (last?.end ?? 0)} />
        </tbody>
      </table>
      {edits.left > 0 && (
        <p
          role="status"
          className="sticky bottom-2 left-3 z-30 w-max rounded-[6px] border border-border bg-surface px-2 py-1 text-sm text-muted"
        >
          {edits.left} {edits.left === 1 ? "row has" : "rows have"} yet to be written
        </p>
      )}
    </>
  );
}

/** What stands for rows out of sight. */
const Space = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr>
      <td style={{ height, padding: 0 }} />
    </tr>
  ) : null;

const WIDE = new Set<Column["type"]>(["longtext", "json", "references", "multiselect", "files"]);
const NARROW = new Set<Column["type"]>(["boolean", "image", "time", "duration"]);

function usualWidth(column: Column): number {
  if (WIDE.has(column.type)) return 260;
  if (NARROW.has(column.type)) return 104;
  return isNumeric(column) || column.type === "date" ? 128 : 190;
}

/** Functions that stay the same and call those of now, so that rows need not be drawn anew. */
function useSteady<Calls extends Record<string, (...given: never[]) => unknown>>(calls: Calls): Calls {
  const now = useRef(calls);
  now.current = calls;
  const [steady] = useState(
    () => Object.fromEntries(Object.keys(calls).map((name) => [name, (...given: never[]) => now.current[name]?.(...given)])) as Calls,
  );
  return steady;
}
