/** Asks a person whether the app's rows may lose what a plan says. Outside React's tree, since whoever asks may be gone from the page by the answer. */
import type { DataPlan } from "@edgewright/contracts";
import { useSyncExternalStore } from "react";

export type AskedLoss = { plan: DataPlan; answer: (accepts: string[] | null) => void };

let asked: AskedLoss | null = null;
const listeners = new Set<() => void>();

function set(next: AskedLoss | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** The keys of the steps that they agree to; null: nothing is to be changed. */
export function askLoss(plan: DataPlan): Promise<string[] | null> {
  asked?.answer(null);
  return new Promise((resolve) => {
    set({
      plan,
      answer(accepts) {
        set(null);
        resolve(accepts);
      },
    });
  });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useAskedLoss = (): AskedLoss | null =>
  useSyncExternalStore(
    subscribe,
    () => asked,
    () => null,
  );
