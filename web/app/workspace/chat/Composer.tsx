/** Where a person writes. Enter sends, Shift-Enter breaks the line; it works while a job runs, and what was refused stays in the field. */
import { ArrowUp } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { cn } from "../../components/cn.ts";
import { IconButton } from "../../components/IconButton.tsx";
import { failureText, useSend } from "../actions.ts";

import { activeJob } from "../stream/state.ts";
import { useSession, useWorkspace } from "../WorkspaceContext.tsx";
import { COMPOSER_ID } from "./composer-field.ts";
import { ModelPicker, useModel } from "./ModelPicker.tsx";
import { StopButton } from "./StopButton.tsx";
import { useDraftText } from "./use-draft-text.ts";
import { Waiting } from "./Waiting.tsx";

export function Composer() {
  const { project, models, readOnlyReason } = useWorkspace();
  const [text, setText] = useDraftText(project.id);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [model, setModel] = useModel(models);
  const active = useSession(activeJob);
  const hasTimeline = useSession((session) => session.timeline.length > 0);
  const field = useRef<HTMLTextAreaElement>(null);
  const send = useSend();

  const submit = async () => {
    if (busy || readOnlyReason !== null) return;
    setBusy(true);
    setFailure(null);
    // The message shows in the chat before the answer comes; one that is refused comes back, before what was typed since.
    setText("");
    const refused = await send(text, model ?? undefined);
    setBusy(false);
    setFailure(refused);
    const since = field.current?.value ?? "";
    if (refused) setText(since === "" ? text : `${text}\n${since}`);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") field.current?.blur();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };

  return (
    <form onSubmit={onSubmit} className="shrink-0 border-t border-border p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <Waiting onChange={setText} />
      <div
        className={cn(
          "rounded-card border bg-surface transition-colors focus-within:border-muted",
          failure ? "border-danger" : "border-border-strong",
        )}
      >
        <div className="flex items-end gap-1 p-1.5">
          <textarea
            ref={field}
            id={COMPOSER_ID}
            aria-label="Message to the agent"
            aria-invalid={failure ? true : undefined}
            aria-describedby={failure ? "composer-problem" : undefined}
            rows={1}
            disabled={readOnlyReason !== null}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setFailure(null);
            }}
            onKeyDown={onKeyDown}
            placeholder={
              readOnlyReason ?? (active ? "Say what comes next…" : hasTimeline ? "Ask for a change…" : "What do you want to build?")
            }
            className="field-sizing-content max-h-48 min-h-8 w-full pointer-coarse:min-h-10 pointer-coarse:py-2 resize-none bg-transparent px-1.5 py-1 text-chat outline-none placeholder:text-muted pointer-coarse:text-[16px]"
          />
          <IconButton label="Send" keys="enter" variant="primary" type="submit" busy={busy} disabledReason={readOnlyReason}>
            <ArrowUp />
          </IconButton>
        </div>
      </div>
      {failure && (
        <p id="composer-problem" role="alert" className="mt-1.5 text-sm text-danger">
          {failureText(failure)}
        </p>
      )}
      <div className="mt-1.5 flex h-7 items-center justify-between gap-2">
        <ModelPicker models={models} model={model} onChange={setModel} />
        {active && readOnlyReason === null && <StopButton job={active} />}
      </div>
    </form>
  );
}
