/** Writes of several cells at once, and the way back from all that one did here. */
import { type DataRow, WRITES_MAX } from "@edgewright/contracts";
import { useRef, useState } from "react";
import { type ApiFailure, failureText } from "../../../api/answer.ts";
import { toast } from "../../../components/toast.ts";
import { type Edits, NO_EDITS, noted, type RowEdit, redone, type Step, undone, type Values } from "./edits.ts";

interface Saves {
  one(row: DataRow, values: Values): Promise<ApiFailure | null>;
  /** All or none. */
  many(changes: readonly (readonly [DataRow, Values])[]): Promise<ApiFailure | null>;
}

export function useEdits(rows: readonly DataRow[], save: Saves) {
  const edits = useRef<Edits>(NO_EDITS);
  const latest = useRef(rows);
  latest.current = rows;
  const [left, setLeft] = useState(0);

  const before = (row: DataRow, after: Values): RowEdit => ({
    id: row.id,
    before: Object.fromEntries(Object.keys(after).map((name) => [name, row[name] ?? null])),
    after,
  });
  /** As many rows together as go: those that are refused stay as they were, and so do those that would come after, and it is told why. */
  async function write(step: Step): Promise<Step> {
    let written = 0;
    let refused: ApiFailure | null = null;
    while (written < step.length && !refused) {
      setLeft(step.length - written);
      const edits = step.slice(written, written + WRITES_MAX);
      const now = new Map(latest.current.map((row) => [row.id, row]));
      const changes = edits.flatMap(({ id, after }) => {
        const row = now.get(id);
        return row ? [[row, after] as const] : [];
      });
      refused = changes.length > 0 ? await save.many(changes) : null;
      if (!refused) written += edits.length;
    }
    setLeft(0);
    if (refused) {
      const some = step.length - written;
      toast.error(`${some === 1 ? "One row was" : `${some} rows were`} not changed: ${failureText(refused)}`);
    }
    return step.slice(0, written);
  }
  return {
    /** Rows that have yet to be written. */
    left,
    /** One cell, whose own editor tells what is refused. */
    async edit(row: DataRow, after: Values): Promise<ApiFailure | null> {
      const step = [before(row, after)];
      const failure = await save.one(row, after);
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
