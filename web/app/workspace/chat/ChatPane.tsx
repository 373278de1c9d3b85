/** The left side of the workspace: the conversation, and the composer under it. */
import { ProblemCards } from "../problems/ProblemCards.tsx";
import { useView } from "../WorkspaceContext.tsx";
import { Composer } from "./Composer.tsx";
import { Timeline } from "./Timeline.tsx";

export function ChatPane() {
  return (
    <section aria-label="Chat" className="flex h-full min-h-0 flex-col">
      {/* Laid out from its foot, so it starts at the newest and stays there, before any script runs. */}
      <div data-chat-scroll className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain">
        <div className="mb-auto">
          <Timeline />
          <ProblemCards />
        </div>
      </div>
      <Away />
      <Composer />
    </section>
  );
}

function Away() {
  const away = useView((view) => view.status === "away");
  if (!away) return null;
  return (
    <p role="status" className="border-t border-border bg-warning-soft px-4 py-1.5 text-sm text-warning">
      The connection is lost. Work goes on; the page catches up as soon as it is back.
    </p>
  );
}
