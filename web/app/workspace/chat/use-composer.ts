/** What the composer holds and how it is sent. What was refused comes back into it. */
import type { Delivery } from "@edgewright/contracts";
import type { RefObject } from "react";
import { useAction } from "../../api/use-action.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useSend } from "../actions.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { useDraftText } from "./use-draft-text.ts";

export function useComposer(field: RefObject<HTMLTextAreaElement | null>, model: string | null) {
  const { project } = useWorkspace();
  const notAllowed = useWhyNot("message.send");
  const [text, setText] = useDraftText(project.id);
  const send = useSend();

  /** Before what was typed since. */
  const bringBack = (lost: string) => {
    const since = field.current?.value ?? "";
    setText(since === "" ? lost : `${lost}\n${since}`);
  };
  const post = async (message: string, deliver: Delivery) => {
    const refused = await send(message, { model: model ?? undefined, deliver });
    if (refused) bringBack(message);
    return refused;
  };
  // One after the other, so that they arrive in the order in which they were written.
  const { busy, failure, run, forget } = useAction(post, { inTurn: true });
  const submit = (deliver: Delivery) => {
    // The first message makes the conversation that the next one goes to.
    if (notAllowed !== null || (busy && project.sessionId === null)) return;
    setText("");
    field.current?.focus();
    void run(text, deliver);
  };
  const write = (next: string) => {
    setText(next);
    forget();
  };
  return { text, write, submit, bringBack, busy, failure };
}
