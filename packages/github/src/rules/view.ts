/** Rules and their runs as the API shows them. */
import type { GitHubRule, GitHubRun } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import type { RuleRecord, RunRecord } from "../ports.ts";

export const ruleView = ({ id, when, template, target, enabled }: RuleRecord): GitHubRule => ({ id, when, template, target, enabled });

export const runView = ({ id, ruleId, when, event, url, by, status, says, jobId, version, createdAt }: RunRecord): GitHubRun => ({
  ...{ id, ruleId, when, event, url, by, status, says, jobId, version },
  at: iso(createdAt),
});
