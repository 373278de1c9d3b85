/**
 * Raises short news at the screen's edge, such as "Deleted" with Undo. What shows it (Toaster) is fetched with the first
 * of them, as most pages are left without any; what is raised meanwhile waits.
 */
import type { ExternalToast } from "sonner";
import { type ApiFailure, failureText } from "../api/answer.ts";

export type ToastKind = "message" | "success" | "error";
type Show = (kind: ToastKind, text: string, options?: ExternalToast) => void;

let waiting: Parameters<Show>[] = [];
let show: Show | null = null;
let fetchToaster: () => void = () => {};

const raise =
  (kind: ToastKind) =>
  (text: string, options?: ExternalToast): void => {
    if (show) show(kind, text, options);
    else {
      waiting.push([kind, text, options]);
      fetchToaster();
    }
  };

const success = raise("success");
const error = raise("error");
const failure = (refused: ApiFailure, options?: ExternalToast) => error(failureText(refused), options);

export const toast = Object.assign(raise("message"), { success, error, failure });

/** The Toaster's place on the page: `fetch` is called once one is wanted. */
export function onFirstToast(fetch: () => void): () => void {
  fetchToaster = fetch;
  if (waiting.length > 0) fetch();
  return () => {
    fetchToaster = () => {};
  };
}

/** The Toaster stands: from now on it shows them, what waits first. */
export function showToasts(by: Show): () => void {
  show = by;
  for (const each of waiting) by(...each);
  waiting = [];
  return () => {
    show = null;
  };
}
