/** One value in the grid, as people read it. */
import type { Column } from "@edgewright/contracts";
import { Check } from "lucide-react";
import { showValue } from "./cell.ts";
import type { References } from "./use-references.ts";

export function CellValue({ column, value, references }: { column: Column; value: unknown; references: References }) {
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
  if (column.type === "select") return <span className="rounded-[4px] bg-text/6 px-1.5 py-px">{String(value)}</span>;
  if (column.type === "reference" && column.ref) {
    const known = references[column.ref]?.find(({ id }) => id === value);
    return known ? known.label : <span className="font-mono text-xs text-muted">{String(value)}</span>;
  }
  if (column.type === "json") return <span className="font-mono text-xs">{showValue(column, value)}</span>;
  return showValue(column, value);
}
