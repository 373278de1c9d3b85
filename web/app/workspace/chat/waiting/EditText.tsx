/** A waiting message's text while it is edited in its place. Enter saves, Esc leaves it as it was. */
import { type KeyboardEvent, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { Textarea } from "../../../components/Textarea.tsx";

interface EditTextProps {
  text: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}

export function EditText({ text, onSave, onCancel }: EditTextProps) {
  const [edited, setEdited] = useState(text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onCancel();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    onSave(edited);
  };
  return (
    <div className="py-0.5 pr-1.5">
      <Textarea
        aria-label="Text of this message"
        autoFocus
        value={edited}
        onChange={(event) => setEdited(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.currentTarget.setSelectionRange(text.length, text.length)}
        className="max-h-40"
      />
      <div className="mt-1 flex justify-end gap-1">
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="sm" onClick={() => onSave(edited)} disabledReason={edited.trim() === "" && "Delete the message instead."}>
          Save
        </Button>
      </div>
    </div>
  );
}
