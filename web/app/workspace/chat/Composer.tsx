/** Where a person writes. Enter sends, to the running job if there is one; Alt-Enter waits for its end; Shift-Enter breaks the line. */
import { type FormEvent, type KeyboardEvent, useRef } from "react";
import { cn } from "../../components/cn.ts";
import { FailureNote } from "../../components/FailureNote.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { activeJob, awaited, type SessionState } from "../stream/state.ts";
import { useSession, useWorkspace } from "../WorkspaceContext.tsx";
import { COMPOSER_ID } from "./composer-field.ts";
import { ModelPicker, useModel } from "./ModelPicker.tsx";
import { SendButton } from "./SendButton.tsx";
import { SessionUsage } from "./SessionUsage.tsx";
import { StopButton } from "./StopButton.tsx";
import { useComposer } from "./use-composer.ts";
import { WaitingList } from "./waiting/WaitingList.tsx";

export function Composer() {
  const { project, models } = useWorkspace();
  const notAllowed = useWhyNot("message.send");
  const [model, setModel] = useModel(models, project.settings.model);
  const active = useSession(activeJob);
  const invitation = useSession(invitationOf);
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, write, submit, bringBack, busy, failure } = useComposer(field, model);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") field.current?.blur();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit(event.altKey ? "queue" : "steer");
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit("steer");
  };

  return (
    <form onSubmit={onSubmit} className="shrink-0 border-t border-border p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <WaitingList onLost={bringBack} />
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
            disabled={notAllowed !== null}
            value={text}
            onChange={(event) => write(event.target.value)}
            onKeyDown={onKeyDown}
            placeholder={notAllowed ?? invitation}
            className="field-sizing-content max-h-48 min-h-8 w-full pointer-coarse:min-h-10 pointer-coarse:py-2 resize-none bg-transparent px-1.5 py-1 text-chat outline-none placeholder:text-muted pointer-coarse:text-[16px]"
          />
          <SendButton choice={active !== null} busy={busy} disabledReason={notAllowed} onSend={(deliver) => submit(deliver)} />
        </div>
      </div>
      <FailureNote id="composer-problem" failure={failure} className="mt-1.5" />
      <div className="mt-1.5 flex h-7 items-center gap-2">
        <ModelPicker models={models} model={model} standard={project.settings.model} onChange={setModel} />
        <SessionUsage />
        {active && <StopButton key={active.id} job={active} />}
      </div>
    </form>
  );
}

/** What the empty field says: what a message sent now will do. */
function invitationOf(session: SessionState): string {
  const active = activeJob(session);
  const asking = awaited(active);
  if (asking?.kind === "questions") return "Or answer here, in your own words…";
  if (asking?.kind === "plan") return "Or say what to change in the plan…";
  if (active) return "Say more: it reaches the next step…";
  return session.timeline.length > 0 ? "Ask for a change…" : "What do you want to build?";
}
