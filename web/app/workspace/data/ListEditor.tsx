/** The field that edits a list: a box for each choice. Enter keeps, Esc leaves it as it was, as does every cell's field. */
import type { KeyboardEvent } from "react";
import { cn } from "../../components/cn.ts";
import { entriesIn } from "./cell.ts";
import type { Choice } from "./references.ts";

interface ListEditorProps {
  label: string;
  choices: readonly Choice[];
  /** The entries, as JSON. */
  text: string;
  invalid: boolean;
  autoFocus?: boolean;
  onText: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onLeave: () => void;
}

export function ListEditor({ label, choices, text, invalid, autoFocus, onText, onKeyDown, onLeave }: ListEditorProps) {
  const entries = entriesIn(text);
  const unknown = entries.filter((entry) => !choices.some(({ id }) => id === entry)).map((id) => ({ id, label: id }));
  const shown = [...choices, ...unknown];
  const toggle = (id: string, on: boolean) =>
    onText(JSON.stringify(shown.map((choice) => choice.id).filter((one) => (one === id ? on : entries.includes(one)))));
  return (
    <fieldset
      aria-label={label}
      aria-invalid={invalid || undefined}
      onKeyDown={onKeyDown}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || onLeave()}
      className={cn(
        "max-h-48 min-w-40 overflow-y-auto rounded-[4px] border bg-surface p-1 text-base pointer-coarse:text-[16px]",
        invalid ? "border-danger" : "border-border-strong focus-within:border-muted",
      )}
    >
      {shown.length === 0 && <p className="px-1 text-muted">Nothing to choose from</p>}
      {shown.map(({ id, label: name }, index) => (
        <label key={id} className="flex items-center gap-2 rounded-[4px] px-1 py-0.5 hover:bg-text/4">
          <input
            type="checkbox"
            checked={entries.includes(id)}
            {...(autoFocus && index === 0 ? { autoFocus } : {})}
            onChange={(event) => toggle(id, event.target.checked)}
          />
          <span className="truncate">{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
