/** Changes something and shows the page anew. Used by settings that act at a press. */
import { useRevalidator } from "react-router";
import { toast } from "../components/toast.ts";
import type { ApiFailure } from "./answer.ts";
import { call } from "./browser.ts";

interface Change {
  method?: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: unknown;
  /** What to say when it is done. */
  done?: string;
}

/** Resolves to the failure, or to null once it is done and shown. */
export function useChange(): (change: Change) => Promise<ApiFailure | null> {
  const { revalidate } = useRevalidator();
  return async ({ method = "POST", path, body = {}, done }) => {
    const answer = await call(method, path, { body });
    if (!answer.ok) return answer.error;
    await revalidate();
    if (done) toast.success(done);
    return null;
  };
}
