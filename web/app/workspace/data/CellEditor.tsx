/** The field that edits one value, by its column's type. Enter keeps, Esc leaves it as it was. */
import { type Column, isFile, isList, isNumeric } from "@edgewright/contracts";
import { type KeyboardEvent, useState } from "react";
import { cn } from "../../components/cn.ts";
import { editText, optionLabel } from "./cell.ts";
import { FilesEditor } from "./FilesEditor.tsx";
import { ListEditor } from "./ListEditor.tsx";
import { choicesFor, type References } from "./references.ts";

interface CellEditorProps {
  table: string;
  /** The row that it is of; null: one that is being made. */
  row: string | null;
  column: Column;
  value: unknown;
  /** With what it is begun, where that is not the value. */
  begun?: { text?: string; file?: File };
  references: References;
  invalid: boolean;
  autoFocus?: boolean;
  onText: (text: string) => void;
  onEnter: (text: string) => void;
  /** What was chosen is complete by itself, such as a file. */
  onPick?: (text: string) => void;
  /** Leaving the field otherwise than by Enter or Esc. */
  onLeave?: (text: string) => void;
  onCancel: () => void;
}

const FIELD = "w-full min-w-24 rounded-[4px] border bg-surface px-1.5 text-base outline-none pointer-coarse:text-[16px]";
const INPUT_TYPES: Partial<Record<Column["type"], string>> = {
  date: "date",
  datetime: "datetime-local",
  email: "email",
  url: "url",
  phone: "tel",
  time: "time",
};

export function CellEditor({ table, row, column, value, begun, references, invalid, autoFocus, ...on }: CellEditorProps) {
  const { onText, onEnter, onPick, onLeave, onCancel } = on;
  const [text, setText] = useState(() => begun?.text ?? editText(column, value));
  const long = column.type === "longtext" || column.type === "json";
  const choices = choicesOf(column, references);
  const put = (next: string) => {
    setText(next);
    onText(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onCancel();
    }
    if (event.key !== "Enter" || (long && event.shiftKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter(text);
  };
  const shared = {
    "aria-label": column.label,
    "aria-invalid": invalid || undefined,
    autoFocus,
    onKeyDown,
    onBlur: () => onLeave?.(text),
    value: text,
  };
  const className = cn(FIELD, invalid ? "border-danger" : "border-border-strong focus:border-muted");
  if (isFile(column))
    return (
      <FilesEditor
        {...{ table, row, column, text, invalid, onKeyDown }}
        given={begun?.file}
        onText={(next) => {
          put(next);
          onPick?.(next);
        }}
      />
    );
  if (choices && isList(column))
    return (
      <ListEditor label={column.label} {...{ choices, text, invalid, autoFocus, onKeyDown }} onText={put} onLeave={() => onLeave?.(text)} />
    );
  if (choices)
    return (
      <select {...shared} onChange={(event) => put(event.target.value)} className={cn(className, "h-7")}>
        {(!column.required || text === "") && <option value="">–</option>}
        {text !== "" && !choices.some((choice) => choice.id === text) && <option value={text}>{text}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  if (long)
    return (
      <textarea
        {...shared}
        rows={3}
        onChange={(event) => put(event.target.value)}
        className={cn(className, "field-sizing-content max-h-48 min-w-56 resize-none py-1", column.type === "json" && "font-mono text-xs")}
      />
    );
  return (
    <input
      {...shared}
      type={INPUT_TYPES[column.type] ?? "text"}
      inputMode={isNumeric(column) ? "decimal" : undefined}
      onChange={(event) => put(event.target.value)}
      className={cn(className, "h-7", isNumeric(column) && "text-right tabular-nums")}
    />
  );
}

function choicesOf(column: Column, references: References) {
  if (column.type === "select" || column.type === "multiselect")
    return (column.options ?? []).map((option) => ({ id: option, label: optionLabel(column, option) }));
  if (column.type === "boolean")
    return [
      { id: "true", label: "yes" },
      { id: "false", label: "no" },
    ];
  return column.type === "user" || column.ref ? choicesFor(column, references) : null;
}
