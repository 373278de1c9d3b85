/** What the composer holds and how it is sent. What was refused comes back into it. */
import type { Delivery } from "@edgewright/contracts";
import { type RefObject, useRef, useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useSend } from "../actions.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { useDraftText } from "./use-draft-text.ts";

export function useComposer(field: RefObject<HTMLTextAreaElement | null>, model: string | null) {
  const { project } = useWorkspace();
  const notAllowed = useWhyNot("message.send");
  const [text, setText] = useDraftText(project.id);
  const [sending, setSending] = useState(0);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const send = useSend();
  const busy = sending > 0;

  /** Before what was typed since. */
  const bringBack = (lost: string) => {
    const since = field.current?.value ?? "";
    setText(since === "" ? lost : `${lost}\n${since}`);
  };
  const submit = async (deliver: Delivery) => {
    // The first message makes the conversation that the next one goes to.
    if (notAllowed !== null || (busy && project.sessionId === null)) return;
    setSending((count) => count + 1);
    setFailure(null);
    setText("");
    field.current?.focus();
    // One after the other, so that they arrive in the order in which they were written.
    const sent = before.current.then(() => send(text, { model: model ?? undefined, deliver }));
    before.current = sent;
    const refused = await sent;
    setSending((count) => count - 1);
    if (!refused) return;
    setFailure(refused);
    bringBack(text);
  };
  const write = (next: string) => {
    setText(next);
    setFailure(null);
  };
  return { text, write, submit, bringBack, busy, failure };
}
