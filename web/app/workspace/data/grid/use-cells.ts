/** What is done with selected cells together: copied, pasted into, emptied, filled down, taken back. */
import { type Column, type DataRow, isFile, isGiven } from "@edgewright/contracts";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { toast } from "../../../components/toast.ts";
import type { References } from "../references.ts";
import { cellText, fromText, type Pasted, pasted, toText } from "./clipboard.ts";
import type { Values } from "./edits.ts";
import { type Range, rangeOf, type Selection } from "./selection.ts";
import type { useEdits } from "./use-edits.ts";
import { placeOf } from "./use-selection.ts";

/** What is pasted into more rows than these is better imported. */
const PASTED_ROWS_MAX = 1000;

interface Cells {
  rows: readonly DataRow[];
  columns: readonly Column[];
  references: References;
  selection: Selection | null;
  select: (selection: Selection) => void;
  edits: ReturnType<typeof useEdits>;
  notAllowed: string | null;
}

export function useCells({ rows, columns, references, selection, select, edits, notAllowed }: Cells) {
  const range = selection && rangeOf(selection);
  const chosen = range ? { rows: rows.slice(range.top, range.bottom + 1), columns: columns.slice(range.left, range.right + 1) } : null;
  const may = () => {
    if (notAllowed) toast(notAllowed);
    return notAllowed === null && edits.left === 0;
  };
  const write = (changes: Map<DataRow, Values>) => void edits.editMany(changes);

  const paste = (text: string, into: Range) => {
    const cells = fromText(text);
    if (cells.length > PASTED_ROWS_MAX) return toast.error("This is more than can be pasted. Import it as a file.");
    const changes = new Map<DataRow, Values>();
    const problems: string[] = [];
    const came = pasted(cells, columns, into, references);
    for (const cell of came) {
      const row = rows[into.top + cell.row];
      if ("problem" in cell) problems.push(cell.problem);
      else if (row) changes.set(row, { ...changes.get(row), [cell.column.name]: cell.value });
    }
    if (problems.length > 0)
      toast.error(`${problems[0]}.${problems.length > 1 ? ` So are ${problems.length - 1} more cells; they stay as they are.` : ""}`);
    write(changes);
    select(selectionOf(came, into));
  };
  /** What was pasted, with the focus left where it is. */
  const selectionOf = (came: readonly Pasted[], into: Range): Selection => ({
    from: {
      row: Math.min(rows.length - 1, into.top + Math.max(0, ...came.map(({ row }) => row))),
      column: Math.max(into.left, ...came.map(({ column }) => columns.indexOf(column))),
    },
    to: { row: into.top, column: into.left },
  });
  const empty = () => {
    const free = chosen?.columns.filter((column) => !isGiven(column)) ?? [];
    write(new Map(chosen?.rows.map((row) => [row, Object.fromEntries(free.map(({ name }) => [name, null]))])));
  };
  const fillDown = () => {
    const [first, ...below] = chosen?.rows ?? [];
    const free = chosen?.columns.filter((column) => !isGiven(column)) ?? [];
    if (first) write(new Map(below.map((row) => [row, Object.fromEntries(free.map(({ name }) => [name, first[name] ?? null]))])));
  };

  return {
    onCopy(event: ClipboardEvent) {
      if (!placeOf(event.target) || !chosen) return;
      event.preventDefault();
      const texts = chosen.rows.map((row) => chosen.columns.map((column) => cellText(column, row[column.name], references)));
      event.clipboardData.setData("text/plain", toText(texts));
    },
    onPaste(event: ClipboardEvent) {
      const text = event.clipboardData.getData("text/plain");
      const column = range ? columns[range.left] : undefined;
      if (!placeOf(event.target) || !range || text === "" || (column && isFile(column) && event.clipboardData.files.length > 0)) return;
      event.preventDefault();
      if (may()) paste(text, range);
    },
    /** Whether the key was one of these. */
    onKey({ key, target, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
      if (!placeOf(target)) return false;
      const held = ctrlKey || metaKey;
      const does: Record<string, (() => void) | undefined> = {
        Delete: empty,
        Backspace: empty,
        ...(held && {
          d: fillDown,
          z: () => void edits.step(shiftKey ? "redo" : "undo"),
          y: () => void edits.step("redo"),
        }),
      };
      const work = does[held ? key.toLowerCase() : key];
      if (work && may()) work();
      return work !== undefined;
    },
  };
}
