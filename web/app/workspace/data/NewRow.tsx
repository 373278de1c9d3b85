/** A row that is being made, at the head of the grid: every field open, kept only as a whole. */
import { type Column, calledDefault, isComputed, isGiven, type Table } from "@edgewright/contracts";
import { Check, X } from "lucide-react";
import { useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { useAction } from "../../api/use-action.ts";
import { FailureNote } from "../../components/FailureNote.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { CellEditor } from "./CellEditor.tsx";
import { editText, parseText } from "./cell.ts";
import type { References } from "./references.ts";
import type { Write } from "./use-rows.ts";

interface NewRowProps {
  table: Table;
  /** Those that are shown. */
  columns: Column[];
  references: References;
  onCreate: Write;
  onClose: () => void;
}

export function NewRow({ table, columns, references, onCreate, onClose }: NewRowProps) {
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries(table.columns.map((column) => [column.name, startText(column)])),
  );
  const [problems, setProblems] = useState<Record<string, string>>({});
  const { busy, failure, run } = useAction(async (values: Record<string, unknown>) => {
    const refused = await onCreate(values);
    if (!refused) onClose();
    else setProblems(problemsIn(table, refused));
    return refused;
  });

  const create = async () => {
    if (busy) return;
    const values: Record<string, unknown> = {};
    const wrong: Record<string, string> = {};
    for (const column of table.columns.filter((each) => !isGiven(each))) {
      const text = texts[column.name] ?? "";
      // What is left out gets its default; what is given as empty does not.
      if (text.trim() === "" && calledDefault(column) !== null) continue;
      const parsed = parseText(column, text);
      if (parsed.ok) values[column.name] = parsed.value;
      else wrong[column.name] = parsed.problem;
    }
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    await run(values);
  };
  return (
    <tr className="bg-info-soft/60" aria-label="New row">
      <td className="border-b border-border p-1 align-top whitespace-nowrap">
        <IconButton size="icon-sm" label="Add this row" busy={busy} onClick={create}>
          <Check />
        </IconButton>
        <IconButton size="icon-sm" label="Leave it" keys="esc" onClick={onClose}>
          <X />
        </IconButton>
      </td>
      {columns.map((column, index) => (
        <td key={column.name} className="border-b border-border p-1 align-top">
          {isGiven(column) ? (
            <span className="px-1.5 text-muted">{isComputed(column) ? "computed" : "next number"}</span>
          ) : (
            <CellEditor
              table={table.name}
              row={null}
              column={column}
              value={calledDefault(column) === null ? column.default : null}
              references={references}
              invalid={problems[column.name] !== undefined}
              autoFocus={index === 0}
              onText={(text) => {
                setTexts((before) => ({ ...before, [column.name]: text }));
                setProblems(({ [column.name]: _, ...others }) => others);
              }}
              onEnter={create}
              onCancel={onClose}
            />
          )}
          {problems[column.name] && (
            <p role="alert" className="max-w-60 px-1 pt-1 text-sm text-danger">
              {problems[column.name]}
            </p>
          )}
          {index === 0 && !failure?.fields && <FailureNote failure={failure} className="px-1 pt-1" />}
        </td>
      ))}
    </tr>
  );
}

const startText = (column: Column): string => (calledDefault(column) === null ? editText(column, column.default) : "");

const problemsIn = (table: Table, { fields = {} }: ApiFailure): Record<string, string> =>
  Object.fromEntries(table.columns.flatMap(({ name, label }) => (fields[name] ? [[name, `${label} ${fields[name]}.`]] : [])));
