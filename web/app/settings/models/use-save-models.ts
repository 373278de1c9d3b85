/** Saves a change of the organization's models and shows the page anew. Used by each section. */
import type { UpdateModelSettings } from "@edgewright/contracts";
import type { z } from "zod";
import { useChange } from "../../api/use-change.ts";

/** As it is sent: what has a default may be left out. */
type Change = z.input<typeof UpdateModelSettings>;

export function useSaveModels(path: string) {
  const change = useChange();
  return (body: Change, done: string) => change({ method: "PUT", path, body, done });
}
