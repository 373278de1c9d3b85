import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";

type Props = { title: string; onClose: () => void; children: ReactNode };

/** A window over the page; a sheet from below on a phone. Escape and a press outside close it. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
      className="m-auto w-full max-w-lg rounded-card border border-border bg-surface text-text shadow-xl backdrop:bg-black/40 max-sm:mb-0 max-sm:max-w-full max-sm:rounded-b-none"
    >
      <header className="flex items-center justify-between border-b border-border px-5 py-3.5">
        <h2 className="text-base font-semibold">{title}</h2>
        <button type="button" aria-label="Close" onClick={onClose} className="rounded-control p-1 text-muted hover:text-text">
          <X aria-hidden className="size-4.5" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
