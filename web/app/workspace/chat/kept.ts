/** What is left after a job ended early, in a sentence or two. */
import type { KeptWork } from "@edgewright/contracts";
import { count } from "../../components/figures.ts";

export function keptText({ liveVersion, draftFiles }: KeptWork): string {
  const live = liveVersion === null ? "Nothing is live yet." : `v${liveVersion} is still live.`;
  const draft =
    draftFiles.length === 0
      ? "No file had been changed."
      : `${count(draftFiles.length, "changed file is", "changed files are")} kept as a draft.`;
  return `${live} ${draft}`;
}
