/** One value in the grid, as people read it. */
import { type Column, isFile } from "@edgewright/contracts";
import { Check } from "lucide-react";
import { Fragment } from "react";
import { showValue } from "./cell.ts";
import { type FilePlace, FileValues } from "./FileValues.tsx";
import { OptionMark } from "./OptionMark.tsx";
import { type Choice, choicesFor, type References } from "./references.ts";

interface CellValueProps {
  column: Column;
  value: unknown;
  references: References;
  /** Where it is, if it is there now. */
  place?: FilePlace;
}

export function CellValue({ column, value, references, place }: CellValueProps) {
  if (value === null || value === undefined || value === "") return <span className="text-muted/70">–</span>;
  if (column.type === "boolean")
    return value ? (
      <>
        <Check aria-hidden="true" className="inline size-4 text-success" />
        <span className="sr-only">yes</span>
      </>
    ) : (
      <span className="text-muted">no</span>
    );
  if (column.type === "select") return <OptionMark column={column} option={String(value)} />;
  if (column.type === "multiselect" && Array.isArray(value))
    return (
      <span className="inline-flex gap-1">
        {value.map((option) => (
          <OptionMark key={String(option)} column={column} option={String(option)} />
        ))}
      </span>
    );
  if (column.ref || column.type === "user")
    return [value].flat().map((id, index) => (
      <Fragment key={String(id)}>
        {index > 0 && ", "}
        <Named id={String(id)} choices={choicesFor(column, references)} gone={column.type === "user" ? "a former member" : null} />
      </Fragment>
    ));
  if (isFile(column)) return <FileValues value={value} place={place ?? null} />;
  if (column.type === "json") return <span className="font-mono text-xs">{showValue(column, value)}</span>;
  return showValue(column, value);
}

/** What the row or the person is called; by the id while it is not known. */
function Named({ id, choices, gone }: { id: string; choices: readonly Choice[]; gone: string | null }) {
  const known = choices.find((choice) => choice.id === id);
  if (known) return known.label;
  if (gone && choices.length > 0) return <span className="text-muted">{gone}</span>;
  return <span className="font-mono text-xs text-muted">{id}</span>;
}
