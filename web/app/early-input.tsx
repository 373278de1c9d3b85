/**
 * What a person types or presses while the page's scripts are still on their way is kept, and done once they run: nothing
 * is lost, and the browser sends no form by itself, which would put a password into the address. Part of the document (root.tsx).
 */
import { createContext, useContext, useEffect, useLayoutEffect } from "react";

/** With which the server lets a script inside a page run. The browser hides it from the page. */
export const PageNonce = createContext("");

type Early =
  | { type: "input"; target: HTMLElement; value: string }
  | { type: "click"; target: HTMLElement }
  | { type: "submit"; target: HTMLFormElement; submitter: HTMLElement | null };

declare global {
  interface Window {
    /** Until the page is awake. */
    earlyInput?: { kept: Early[]; stop(): void };
  }
}

/** Stands in the page as it is, so it is written for every browser. A submit button's press comes as its form's `submit`. */
const KEEP = `(() => {
  const kept = [];
  const keep = (event) => {
    const { type, submitter } = event;
    const target = type === "click" ? event.target.closest("button:not([type=submit])") : event.target;
    if (type === "submit") event.preventDefault();
    if (target) kept.push({ type, target, value: target.value, submitter });
  };
  const types = ["input", "click", "submit"];
  for (const type of types) addEventListener(type, keep, true);
  window.earlyInput = { kept, stop: () => types.forEach((type) => removeEventListener(type, keep, true)) };
})()`;

export function EarlyInput() {
  const nonce = useContext(PageNonce);
  // In the same turn in which the page begins to listen itself.
  useLayoutEffect(() => window.earlyInput?.stop(), []);
  useEffect(() => {
    const { kept = [] } = window.earlyInput ?? {};
    delete window.earlyInput;
    void replay(kept);
  }, []);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is the script above, and no part of it comes from anybody
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: KEEP }} />;
}

async function replay(kept: Early[]) {
  for (const early of kept) {
    // React first ends what it is at: its effects, then what it makes of the one before.
    await new Promise((resolve) => setTimeout(resolve));
    if (early.target.isConnected) again(early);
  }
}

function again(early: Early) {
  if (early.type === "submit") early.target.requestSubmit(early.submitter);
  else if (early.type === "click") early.target.click();
  else type(early.target, early.value);
}

/** As if typed. React takes note of what goes through the setter that it has put on the element, and looks for what has changed since. */
function type(target: HTMLElement, value: string) {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  target.value = "";
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), "value")?.set?.call(target, value);
  target.dispatchEvent(new Event("input", { bubbles: true }));
}
