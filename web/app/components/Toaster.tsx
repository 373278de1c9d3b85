/** Draws toasts. Raised with `toast` (toast.ts), fetched by ToasterHost. */
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { showToasts } from "./toast.ts";

export default function Toaster() {
  useEffect(() => showToasts((kind, text, options) => void toast[kind](text, options)), []);
  return <Drawn />;
}

const Drawn = () => (
  <Sonner
    position="bottom-right"
    visibleToasts={3}
    gap={8}
    toastOptions={{
      unstyled: true,
      classNames: {
        toast:
          "flex w-[var(--width)] items-center font-sans gap-2.5 rounded-card bg-raised px-3 py-2.5 text-base text-text shadow-float [&_[data-icon]]:shrink-0 [&_[data-content]]:min-w-0 [&_[data-content]]:flex-1",
        title: "font-medium",
        description: "text-sm text-muted",
        success: "[&_[data-icon]]:text-success",
        error: "[&_[data-icon]]:text-danger",
        actionButton:
          "shrink-0 rounded-control border border-border px-2 py-0.5 font-medium transition-colors hover:border-border-strong hover:bg-text/6",
      },
    }}
  />
);
