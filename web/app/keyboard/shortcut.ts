/** Keyboard shortcuts, as `"mod+k"` or `"/"`. A key without a modifier stays a letter where someone types. */
import { useEffect, useEffectEvent } from "react";

export interface KeyPress {
  key: string;
  metaKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

export function matchesKeys(keys: string, press: KeyPress): boolean {
  const parts = keys.toLowerCase().split("+");
  const key = parts.pop();
  if (press.key.toLowerCase() !== key || press.altKey) return false;
  if (parts.includes("mod") !== (press.metaKey || press.ctrlKey)) return false;
  // A sign such as "?" needs shift on many keyboards, so shift is compared for letters only.
  return !/^[a-z]$/.test(key) || parts.includes("shift") === press.shiftKey;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

export function useShortcut(keys: string, run: () => void) {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !matchesKeys(keys, event)) return;
    if (!keys.includes("mod") && isTyping(event.target)) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onPress(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
