/** The text of a note, the same for everybody who has it open. Own edits show at once and are sent a few times a second. */
import { useTable } from "@edgewright/app-kit";
import { useEffect, useRef, useState } from "react";
import type { EditRow } from "../data/notes";
import { type Edit, editTo, joined, lettersOf, textOf } from "./shared-text";

const SEND_MS = 200;
const site = Math.random().toString(36).slice(2, 12);
const keyOf = (edit: Edit) => `${edit.site}.${edit.clock}`;

export function useSharedText(note: string) {
  const { rows, create } = useTable<EditRow>("edits", { filters: [{ column: "note", op: "eq", value: note }], limit: 1000 });
  /** Own edits that the platform has not yet shown us. */
  const [own, setOwn] = useState<Edit[]>([]);
  const latest = useRef(own);
  latest.current = own;
  const sent = useRef(new Set<string>());
  const known = new Set(rows.map(keyOf));
  const waiting = own.filter((edit) => !known.has(keyOf(edit)));
  const letters = lettersOf([...rows, ...waiting]);

  useEffect(() => {
    const timer = setInterval(() => {
      for (const edit of latest.current) {
        if (sent.current.has(keyOf(edit))) continue;
        sent.current.add(keyOf(edit));
        create({ ...edit, note }).catch(() => sent.current.delete(keyOf(edit)));
      }
    }, SEND_MS);
    return () => clearInterval(timer);
  }, [note, create]);

  const change = (text: string) => {
    const clock = 1 + Math.max(0, ...rows.map((row) => row.clock), ...own.map((edit) => edit.clock));
    const edit = editTo(letters, text, { clock, site });
    if (!edit) return letters;
    const last = waiting.at(-1);
    const longer = last && !sent.current.has(keyOf(last)) ? joined(last, edit) : null;
    const next = longer ? [...waiting.slice(0, -1), longer] : [...waiting, edit];
    setOwn(next);
    return lettersOf([...rows, ...next]);
  };

  return { letters, text: textOf(letters), change };
}
