/** What stands in the composer, kept through a reload of the window. */
import { useKept } from "./use-kept.ts";

const readText = (kept: unknown) => (typeof kept === "string" ? kept : undefined);

export function useDraftText(projectId: string): [string, (text: string) => void] {
  const [text, put] = useKept(`composer:${projectId}`, readText, "");
  return [text, put];
}
