/** Saves a change of the organization's models and shows the page anew. Used by each section. */
import type { ModelSettings, UpdateModelSettings } from "@edgewright/contracts";
import { useRevalidator } from "react-router";
import type { z } from "zod";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { toast } from "../../components/toast.ts";

/** As it is sent: what has a default may be left out. */
type Change = z.input<typeof UpdateModelSettings>;

/** Resolves to the failure, or to null when it is saved; `done` says so then. */
export function useSaveModels(path: string) {
  const { revalidate } = useRevalidator();
  return async (body: Change, done: string): Promise<ApiFailure | null> => {
    const answer = await call<ModelSettings>("PUT", path, { body });
    if (!answer.ok) return answer.error;
    await revalidate();
    toast.success(done);
    return null;
  };
}
