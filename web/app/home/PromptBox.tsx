/** The large prompt. Enter sends, Shift-Enter breaks, `/` comes back to it, Esc leaves it. */
import { PROMPT_MAX } from "@edgewright/contracts";
import { CornerDownLeft } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ApiFailure } from "../api/answer.ts";
import { Button } from "../components/Button.tsx";
import { FailureCard } from "../components/FailureCard.tsx";
import { useShortcut } from "../keyboard/shortcut.ts";
import { keepDraft, readDraft } from "./draft.ts";
import { EXAMPLES } from "./examples.ts";

interface PromptBoxProps {
  onSend: (prompt: string) => void;
  busy?: boolean;
  failure?: ApiFailure | null;
  /** Why nothing can be built by this person. */
  lockedReason?: string | null;
  /** Left under the text, such as the choice of a model. */
  options?: ReactNode;
}

export function PromptBox({ onSend, busy = false, failure, lockedReason, options }: PromptBoxProps) {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const write = (next: string) => {
    setText(next);
    keepDraft(next);
  };
  const fill = (next: string) => {
    write(next);
    field.current?.focus();
  };
  useShortcut("/", () => field.current?.focus());
  useEffect(() => {
    setText((typed) => typed || readDraft());
    // Not on a phone, where the keyboard would cover the page.
    if (matchMedia("(pointer: fine)").matches && location.hash === "") field.current?.focus({ preventScroll: true });
  }, []);
  const send = () => !busy && !lockedReason && onSend(text);
  return (
    <div>
      <form
        className="rounded-card border border-border-strong bg-surface transition-colors focus-within:border-accent hover:border-muted focus-within:hover:border-accent"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <textarea
          ref={field}
          aria-label="What do you want to build?"
          rows={3}
          value={text}
          readOnly={busy}
          placeholder="Describe it as you would to a colleague: what you keep track of, who uses it, what they need to see."
          className="field-sizing-content block max-h-[40vh] min-h-28 w-full resize-none bg-transparent px-4 pt-3.5 pb-2 text-[1rem]/6 outline-none placeholder:text-muted"
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Escape") field.current?.blur();
            if (event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            send();
          }}
        />
        <div className="flex min-h-12 items-center gap-2 px-2 pb-2">
          {options}
          <span className="ml-auto" />
          <Length of={text} />
          <Button type="submit" variant="primary" busy={busy} disabledReason={lockedReason}>
            Build
            <CornerDownLeft aria-hidden="true" className="max-sm:hidden" />
          </Button>
        </div>
      </form>
      {lockedReason && <p className="mt-2 text-sm text-muted">{lockedReason}</p>}
      {failure && (
        <FailureCard tone="warning" title={failure.message} className="mt-3">
          {failure.next}
        </FailureCard>
      )}
      <ul className="mt-3 flex flex-wrap gap-2" aria-label="Examples">
        {EXAMPLES.map((example) => (
          <li key={example.label}>
            <Button size="sm" variant="secondary" className="font-normal! text-muted hover:text-text" onClick={() => fill(example.prompt)}>
              {example.label}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const Length = ({ of: text }: { of: string }) =>
  text.length > PROMPT_MAX * 0.9 && (
    <span className={text.length > PROMPT_MAX ? "text-sm text-danger tabular-nums" : "text-sm text-muted tabular-nums"}>
      {text.length.toLocaleString("en")} of {PROMPT_MAX.toLocaleString("en")}
    </span>
  );
