import { useRow } from "@edgewright/app-kit";
import { useLayoutEffect, useRef } from "react";
import { useParams } from "react-router";
import { Field } from "../components/Field";
import { Textarea } from "../components/Input";
import { Page } from "../components/Page";
import type { Note } from "../data/notes";
import type { Letter } from "../lib/shared-text";
import { useSharedText } from "../lib/use-shared-text";

/** One note. The caret stays behind its letter while others write before it. */
export function NoteView() {
  const { id = "" } = useParams();
  const { row: note } = useRow<Note>("notes", id);
  const { letters, text, change } = useSharedText(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<string | null>(null);
  const holdCaret = (now: Letter[]) => {
    const before = field.current?.value.slice(0, field.current.selectionStart) ?? "";
    caret.current = now[[...before].length - 1]?.id ?? null;
  };
  useLayoutEffect(() => {
    if (document.activeElement !== field.current) return;
    const behind = letters.findIndex((letter) => letter.id === caret.current) + 1;
    const at = letters.slice(0, behind).reduce((length, letter) => length + letter.text.length, 0);
    field.current?.setSelectionRange(at, at);
  }, [letters]);

  return (
    <Page title={note?.title} back={{ path: "/", title: "Notes" }} narrow>
      <Field label="Text">
        {(control) => (
          <Textarea
            {...control}
            ref={field}
            rows={16}
            value={text}
            onChange={(event) => holdCaret(change(event.target.value))}
            onSelect={() => holdCaret(letters)}
          />
        )}
      </Field>
    </Page>
  );
}
