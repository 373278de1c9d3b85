/** One message: a person's as they wrote it, the agent's as prose. */
import { lazy, Suspense } from "react";
import { useHydrated } from "../../components/use-hydrated.ts";
import { withoutTrace } from "../problems/fix-request.ts";
import type { Message } from "../stream/state.ts";
import { hasMarks, paragraphs } from "./marks.ts";

const Prose = lazy(() => import("./Prose.tsx"));

export function MessageView({ message }: { message: Message }) {
  if (message.role === "assistant") return message.text.trim() === "" ? null : <Said text={message.text} streaming={message.streaming} />;
  return (
    <div className="text-chat">
      <p className="text-sm font-medium text-muted">{message.author ?? "You"}</p>
      <Written text={message.text} />
    </div>
  );
}

/** A report of an error has its trace below it, for whoever opens that. */
function Written({ text }: { text: string }) {
  const { said, trace } = withoutTrace(text);
  return (
    <>
      <p className="mt-0.5 font-medium break-words whitespace-pre-wrap">{said}</p>
      {trace !== null && (
        <details className="mt-1 text-sm text-muted">
          <summary className="w-fit cursor-pointer rounded-sm hover:text-text">Where it happened</summary>
          <pre className="mt-1 max-h-48 overflow-auto rounded-control bg-sunken p-2 font-mono text-xs">{trace}</pre>
        </details>
      )}
    </>
  );
}

/** Prose outside any card. Most of it is plain sentences; for what has marks, their reader is fetched once the page stands. */
export function Said({ text, streaming = false }: { text: string; streaming?: boolean }) {
  const stands = useHydrated();
  // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may say the same, and none ever changes its place
  const plain = paragraphs(text).map((paragraph, index) => <p key={index}>{paragraph}</p>);
  return (
    <div className="space-y-2 text-chat break-words" aria-busy={streaming || undefined}>
      {stands && hasMarks(text) ? (
        <Suspense fallback={plain}>
          <Prose text={text} />
        </Suspense>
      ) : (
        plain
      )}
    </div>
  );
}
