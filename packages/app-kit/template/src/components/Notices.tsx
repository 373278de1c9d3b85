import { X } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { attempt, notices } from "../lib/notices";

const PASSING_MS = 10_000;
const close = () => notices.show(null);

/** The last news, at the foot of the page: what was refused, with a way to do it nevertheless, or what was deleted, with a way back. */
export function Notices() {
  const notice = useSyncExternalStore(notices.subscribe, notices.get, notices.get);
  useEffect(() => {
    if (!notice?.passes) return;
    const timer = setTimeout(close, PASSING_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  if (!notice) return null;
  const { text, action, passes } = notice;

  return (
    <div
      role={passes ? "status" : "alert"}
      className="fixed inset-x-4 bottom-20 z-20 mx-auto flex max-w-md items-center gap-3 rounded-card border border-border bg-surface px-4 py-3 shadow-xl md:bottom-6"
    >
      <p className="min-w-0 flex-1">{text}</p>
      {action && (
        <button
          type="button"
          onClick={() => {
            close();
            attempt(action.act());
          }}
          className="shrink-0 font-medium text-accent hover:underline"
        >
          {action.label}
        </button>
      )}
      <button type="button" aria-label="Close" onClick={close} className="rounded-control p-1 text-muted hover:text-text">
        <X aria-hidden className="size-4.5" />
      </button>
    </div>
  );
}
