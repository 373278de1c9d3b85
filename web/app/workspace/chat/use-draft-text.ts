/** What stands in the composer, kept through a reload of the window. */
import { z } from "zod";
import { useKept } from "./use-kept.ts";

const Text = z.string();

export function useDraftText(projectId: string): [string, (text: string) => void] {
  const [text, put] = useKept(`composer:${projectId}`, Text, "");
  return [text, put];
}
