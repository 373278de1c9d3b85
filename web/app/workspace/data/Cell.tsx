/** One cell: its value, or the field that edits it with what is wrong under it. */
import { type Column, type DataRow, isComputed, isFile, isGiven, isNumeric } from "@edgewright/contracts";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type ApiFailure, failureText } from "../../api/answer.ts";
import { useAction } from "../../api/use-action.ts";
import { cn } from "../../components/cn.ts";
import { CellEditor } from "./CellEditor.tsx";
import { CellValue } from "./CellValue.tsx";
import { editText, parseText, showValue } from "./cell.ts";
import { isTyped } from "./grid/clipboard.ts";
import type { Place } from "./grid/selection.ts";
import type { References } from "./references.ts";

interface CellProps {
  table: string;
  row: DataRow;
  /** Where in the grid. */
  place: Place;
  column: Column;
  references: References;
  /** Why it may not be changed. */
  notAllowed: string | null;
  selected: boolean;
  /** It has the focus: another press, Enter or a letter changes it. */
  active: boolean;
  onSave: (values: Record<string, unknown>) => Promise<ApiFailure | null>;
}

/** How a value is begun to be changed: as it is, with a letter, or with a file that was pasted. */
type Begun = { text?: string; file?: File };

export function Cell({ table, row, place, column, references, notAllowed, selected, active, onSave }: CellProps) {
  const [editing, setEditing] = useState<Begun | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasActive = useRef(false);
  const focusOnClose = useRef(false);
  const value = row[column.name];
  const refused = notAllowed ?? givenBy(column);
  const close = (stay: boolean) => {
    setEditing(null);
    setProblem(null);
    focusOnClose.current = stay;
  };
  // The value's button can have the focus once it stands where the field was.
  useEffect(() => {
    if (!editing && focusOnClose.current) button.current?.focus();
    focusOnClose.current = false;
  }, [editing]);
  const { busy, run } = useAction(async (next: unknown, stay: boolean) => {
    const refused = await onSave({ [column.name]: next });
    if (refused) setProblem(problemOf(refused, column));
    else close(stay);
    return refused;
  });
  const save = async (text: string, stay: boolean) => {
    if (busy) return;
    if (text === editText(column, value)) return close(stay);
    const parsed = parseText(column, text);
    if (!parsed.ok) return setProblem(parsed.problem);
    await run(parsed.value, stay);
  };
  const begin = refused === null ? setEditing : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === "F2") begin?.({});
    else if (isLetter(event) && isTyped(column)) begin?.({ text: event.key });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPaste = ({ clipboardData: { files } }: ClipboardEvent) => {
    if (isFile(column) && files[0]) begin?.({ file: files[0] });
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its button has the focus, or its field
    <td
      aria-busy={busy || undefined}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is a cell of a grid
      role="gridcell"
      aria-selected={selected}
      className={cn("border-b border-border p-0 align-top", selected && "bg-info-soft/60", busy && "opacity-60")}
    >
      {editing ? (
        <div className="relative z-10 w-max min-w-full bg-surface p-1 select-text">
          <CellEditor
            begun={editing}
            table={table}
            row={row.id}
            column={column}
            value={value}
            references={references}
            invalid={problem !== null}
            autoFocus
            onText={() => setProblem(null)}
            onEnter={(text) => save(text, true)}
            onPick={(text) => save(text, true)}
            onLeave={(text) => problem === null && save(text, false)}
            onCancel={() => close(true)}
          />
          {problem && (
            <p role="alert" className="max-w-60 px-1 pt-1 text-sm text-danger">
              {problem}
            </p>
          )}
        </div>
      ) : (
        <button
          ref={button}
          type="button"
          data-cell=""
          data-row={place.row}
          data-column={place.column}
          tabIndex={active ? 0 : -1}
          // The press that selects it comes before its focus.
          onPointerDown={(event) => {
            wasActive.current = active && !event.shiftKey && document.activeElement === event.currentTarget;
          }}
          onClick={() => wasActive.current && begin?.({})}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          title={refused ?? undefined}
          aria-description={refused ?? `Change ${column.label}`}
          className={cn(
            "block h-9 w-full truncate px-2.5 -outline-offset-2 hover:bg-text/4 focus:outline-2 focus:outline-accent",
            isNumeric(column) ? "text-right tabular-nums" : "text-left",
          )}
        >
          <CellValue column={column} value={value} references={references} place={{ table, row: row.id, column: column.name }} />
        </button>
      )}
    </td>
  );
}

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => [...key].length === 1 && !ctrlKey && !metaKey && !altKey;

function problemOf(failure: ApiFailure, column: Column): string {
  if (failure.code === "row_stale")
    return `Someone else wrote “${showValue(column, failure.current?.[column.name])}” meanwhile. Enter saves yours over it; Esc keeps theirs.`;
  const own = failure.fields?.[column.name];
  return own ? `${column.label} ${own}.` : failureText(failure);
}

/** Why nobody writes the field. */
function givenBy(column: Column): string | null {
  if (isComputed(column)) return "This is computed from other fields.";
  return isGiven(column) ? "The platform gives these numbers." : null;
}
