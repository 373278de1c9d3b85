/** One message: a person's as they wrote it, the agent's as prose. */
import { lazy, Suspense } from "react";
import type { Message } from "../stream/state.ts";

const Prose = lazy(() => import("./Prose.tsx"));

export function MessageView({ message }: { message: Message }) {
  if (message.role === "assistant") return message.text.trim() === "" ? null : <Said text={message.text} streaming={message.streaming} />;
  return (
    <div className="text-chat">
      <p className="text-sm font-medium text-muted">{message.author ?? "You"}</p>
      <p className="mt-0.5 font-medium break-words whitespace-pre-wrap">{message.text}</p>
    </div>
  );
}

/** Prose outside any card. */
export const Said = ({ text, streaming = false }: { text: string; streaming?: boolean }) => (
  <div className="space-y-2 text-chat break-words" aria-busy={streaming || undefined}>
    <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
      <Prose text={text} />
    </Suspense>
  </div>
);
