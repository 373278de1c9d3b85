/** One message: a person's as they wrote it, the agent's as prose, a question with answers to choose from. */
import { lazy, Suspense, useState } from "react";
import { toast } from "sonner";
import { Button } from "../../components/Button.tsx";
import { failureText, useSend } from "../actions.ts";
import type { Message } from "../stream/state.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";

const Prose = lazy(() => import("./Prose.tsx"));

export function MessageView({ message, answerable }: { message: Message; answerable: boolean }) {
  if (message.role === "user")
    return (
      <div className="text-chat">
        <p className="text-sm font-medium text-muted">{message.author ?? "You"}</p>
        <p className="mt-0.5 font-medium break-words whitespace-pre-wrap">{message.text}</p>
      </div>
    );
  if (message.text.trim() === "") return null;
  return (
    <div>
      <Said text={message.text} streaming={message.streaming} />
      {answerable && message.suggestions && <Answers suggestions={message.suggestions} />}
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

function Answers({ suggestions }: { suggestions: string[] }) {
  const send = useSend();
  const { readOnlyReason } = useWorkspace();
  const [sent, setSent] = useState<string | null>(null);
  if (suggestions.length === 0 || readOnlyReason !== null) return null;
  const answer = async (text: string) => {
    setSent(text);
    const failure = await send(text);
    if (!failure) return;
    setSent(null);
    toast.error(failureText(failure));
  };
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {suggestions.map((suggestion) => (
        <Button
          key={suggestion}
          size="sm"
          className="h-auto min-h-7 max-w-full py-1 pointer-coarse:h-auto pointer-coarse:min-h-9 pointer-coarse:py-2 text-left whitespace-normal"
          busy={sent === suggestion}
          disabled={sent !== null}
          onClick={() => answer(suggestion)}
        >
          {suggestion}
        </Button>
      ))}
    </div>
  );
}
