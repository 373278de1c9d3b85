/** Pull requests as the API shows them. */
import { type GitHubPull, pullChannel } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import type { GitHubRecords, PullRecord } from "../ports.ts";

export const pullView = ({ number, title, by, url, state, trusted, sha, doneSha, result, shown, updatedAt }: PullRecord): GitHubPull => ({
  ...{ number, title, by, url, state, sha },
  fork: !trusted,
  result: doneSha === sha ? result : null,
  channel: shown ? pullChannel(number) : null,
  at: iso(updatedAt),
});

/** Asked for each request to a preview of one. null: it has none. */
export async function openPull(
  { github }: { github: Pick<GitHubRecords, "pull"> },
  projectId: string,
  number: number,
): Promise<{ trusted: boolean } | null> {
  const pull = await github.pull(projectId, number);
  return pull?.shown ? { trusted: pull.trusted } : null;
}
