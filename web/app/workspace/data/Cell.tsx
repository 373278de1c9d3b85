/** One cell: its value, or the field that edits it with what is wrong under it. */
import { type Column, type DataRow, isComputed, isGiven, isNumeric } from "@edgewright/contracts";
import { useRef, useState } from "react";
import { type ApiFailure, failureText } from "../../api/answer.ts";
import { useAction } from "../../api/use-action.ts";
import { cn } from "../../components/cn.ts";
import { CellEditor } from "./CellEditor.tsx";
import { CellValue } from "./CellValue.tsx";
import { editText, parseText, showValue } from "./cell.ts";
import type { References } from "./use-references.ts";

interface CellProps {
  table: string;
  row: DataRow;
  column: Column;
  references: References;
  /** Why it may not be changed. */
  notAllowed: string | null;
  onSave: (values: Record<string, unknown>) => Promise<ApiFailure | null>;
}

export function Cell({ table, row, column, references, notAllowed, onSave }: CellProps) {
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const value = row[column.name];
  const refused = notAllowed ?? givenBy(column);
  const close = (stay: boolean) => {
    setEditing(false);
    setProblem(null);
    if (stay) requestAnimationFrame(() => button.current?.focus());
  };
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
  return (
    <td aria-busy={busy || undefined} className={cn("max-w-80 min-w-20 border-b border-border p-0 align-top", busy && "opacity-60")}>
      {editing ? (
        <div className="p-1">
          <CellEditor
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
          onClick={refused === null ? () => setEditing(true) : undefined}
          title={refused ?? undefined}
          aria-description={refused ?? `Change ${column.label}`}
          className={cn(
            "block h-9 w-full truncate px-2.5 -outline-offset-2 hover:bg-text/4",
            isNumeric(column) ? "text-right tabular-nums" : "text-left",
          )}
        >
          <CellValue column={column} value={value} references={references} place={{ table, row: row.id, column: column.name }} />
        </button>
      )}
    </td>
  );
}

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
