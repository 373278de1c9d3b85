/** Branches as the API shows them. */
import type { GitHubBranch } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import type { BranchRecord, GitHubApi, LinkRecord } from "../ports.ts";

export const branchView = (
  { webUrl }: Pick<GitHubApi, "webUrl">,
  { owner, repo }: Pick<LinkRecord, "owner" | "repo">,
  { id, name, title, tip, pull, says, createdAt }: BranchRecord,
): GitHubBranch => ({ ...{ id, name, title, pull, says }, version: tip, url: webUrl(`${owner}/${repo}/tree/${name}`), at: iso(createdAt) });
