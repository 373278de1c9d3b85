/** What the composer holds and how it is sent. What was refused comes back into it. */
import type { Delivery } from "@edgewright/contracts";
import { type RefObject, useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { useSend } from "../actions.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { useDraftText } from "./use-draft-text.ts";

export function useComposer(field: RefObject<HTMLTextAreaElement | null>, model: string | null) {
  const { project, readOnlyReason } = useWorkspace();
  const [text, setText] = useDraftText(project.id);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const send = useSend();

  /** Before what was typed since. */
  const bringBack = (lost: string) => {
    const since = field.current?.value ?? "";
    setText(since === "" ? lost : `${lost}\n${since}`);
  };
  const submit = async (deliver: Delivery) => {
    if (busy || readOnlyReason !== null) return;
    setBusy(true);
    setFailure(null);
    // The message shows in the chat before the answer comes.
    setText("");
    const refused = await send(text, { model: model ?? undefined, deliver });
    setBusy(false);
    setFailure(refused);
    if (refused) bringBack(text);
    field.current?.focus();
  };
  const write = (next: string) => {
    setText(next);
    setFailure(null);
  };
  return { text, write, submit, bringBack, busy, failure };
}
