/** A key or a chord, as `"mod+k"`, shown with the signs of the person's own keyboard. */
import { useRootData } from "../session.ts";

const SIGNS: Record<string, string> = { enter: "↵", shift: "⇧", esc: "Esc", up: "↑", down: "↓" };

export function Kbd({ keys }: { keys: string }) {
  const own: Record<string, string> = useRootData()?.mac ? { mod: "⌘", alt: "⌥" } : { mod: "Ctrl ", alt: "Alt " };
  const sign = (key: string) => own[key] ?? SIGNS[key] ?? key.toUpperCase();
  return (
    <kbd className="rounded-[4px] border border-border px-1 font-sans text-xs whitespace-nowrap text-muted">
      {keys.split("+").map(sign).join("")}
    </kbd>
  );
}
