/** A pull request's preview: its files beside those of the project, and rows of its own. */
import { type FileMap, pullChannel, rowsOf, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import type { HeldPull, PullDeps } from "./pull-deps.ts";

/** Rows of the project are copied for code only that somebody wrote who may write to the repository. */
export async function openPreview(deps: PullDeps, held: HeldPull, files: FileMap): Promise<void> {
  const { projectId, number, trusted } = held.pull;
  const channel = pullChannel(number);
  // Before there is anything: one that dies leaves nothing behind that nobody knows of.
  await held.advance({ shown: true });
  await deps.data(projectId, rowsOf(channel).environment).fork({ projectId, from: trusted ? WORKING_ENVIRONMENT : null });
  await deps.workspace(projectId).openPull({ projectId, channel, files });
}

export async function closePreview({ data, workspace }: PullDeps, held: HeldPull): Promise<void> {
  const { projectId, number, shown } = held.pull;
  if (!shown) return;
  const channel = pullChannel(number);
  await workspace(projectId).closePull(channel);
  await data(projectId, rowsOf(channel).environment).erase();
  await held.advance({ shown: false });
}
