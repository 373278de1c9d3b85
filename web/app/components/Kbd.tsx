/** A key or a chord, as `"mod+k"`: shown with the signs of the person's own keyboard once that is known. */
import { useSyncExternalStore } from "react";

const SIGNS: Record<string, string> = { enter: "↵", shift: "⇧", esc: "Esc", up: "↑", down: "↓" };
const subscribe = () => () => undefined;
const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

export function Kbd({ keys }: { keys: string }) {
  const mac = useSyncExternalStore(subscribe, isMac, () => true);
  const sign = (key: string) => (key === "mod" ? (mac ? "⌘" : "Ctrl ") : (SIGNS[key] ?? key.toUpperCase()));
  return (
    <kbd className="rounded-[4px] border border-border px-1 font-sans text-xs whitespace-nowrap text-muted">
      {keys.split("+").map(sign).join("")}
    </kbd>
  );
}
