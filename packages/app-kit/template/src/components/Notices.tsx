import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { attempt, notices } from "../lib/notices";

/** The last change that was refused, at the foot of the page, with a way to make it nevertheless. */
export function Notices() {
  const notice = useSyncExternalStore(notices.subscribe, notices.get, notices.get);
  if (!notice) return null;
  const { text, overwrite } = notice;
  const close = () => notices.show(null);

  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-20 z-20 mx-auto flex max-w-md items-center gap-3 rounded-card border border-border bg-surface px-4 py-3 shadow-xl md:bottom-6"
    >
      <p className="min-w-0 flex-1">{text}</p>
      {overwrite && (
        <button
          type="button"
          onClick={() => {
            close();
            attempt(overwrite());
          }}
          className="shrink-0 font-medium text-accent hover:underline"
        >
          Change it anyway
        </button>
      )}
      <button type="button" aria-label="Close" onClick={close} className="rounded-control p-1 text-muted hover:text-text">
        <X aria-hidden className="size-4.5" />
      </button>
    </div>
  );
}
