/** Writes of several cells at once, row by row, and the way back from all that one did here. */
import type { DataRow } from "@edgewright/contracts";
import { useRef, useState } from "react";
import { type ApiFailure, failureText } from "../../../api/answer.ts";
import { toast } from "../../../components/toast.ts";
import { type Edits, NO_EDITS, noted, type RowEdit, redone, type Step, undone, type Values } from "./edits.ts";

type Save = (row: DataRow, values: Values) => Promise<ApiFailure | null>;

export function useEdits(rows: readonly DataRow[], save: Save) {
  const edits = useRef<Edits>(NO_EDITS);
  const latest = useRef(rows);
  latest.current = rows;
  const [left, setLeft] = useState(0);

  const before = (row: DataRow, after: Values): RowEdit => ({
    id: row.id,
    before: Object.fromEntries(Object.keys(after).map((name) => [name, row[name] ?? null])),
    after,
  });
  /** What is refused stays as it was, and the first reason is told. */
  async function write(step: Step): Promise<Step> {
    const written: RowEdit[] = [];
    let refused: ApiFailure | null = null;
    for (const [index, edit] of step.entries()) {
      setLeft(step.length - index);
      const row = latest.current.find(({ id }) => id === edit.id);
      const failure = row ? await save(row, edit.after) : null;
      if (failure) refused ??= failure;
      else if (row) written.push(edit);
    }
    setLeft(0);
    if (refused) {
      const some = step.length - written.length;
      toast.error(`${some === 1 ? "One row was" : `${some} rows were`} not changed: ${failureText(refused)}`);
    }
    return written;
  }
  return {
    /** Rows that have yet to be written. */
    left,
    /** One cell, whose own editor tells what is refused. */
    async edit(row: DataRow, after: Values): Promise<ApiFailure | null> {
      const step = [before(row, after)];
      const failure = await save(row, after);
      if (!failure) edits.current = noted(edits.current, step);
      return failure;
    },
    /** By row, the values that are to be there. */
    async editMany(changes: ReadonlyMap<DataRow, Values>): Promise<void> {
      const written = await write([...changes].map(([row, after]) => before(row, after)));
      edits.current = noted(edits.current, written);
    },
    async step(way: "undo" | "redo"): Promise<void> {
      const next = way === "undo" ? undone(edits.current) : redone(edits.current);
      if (!next || left > 0) return;
      edits.current = next.edits;
      await write(next.step);
    },
  };
}
