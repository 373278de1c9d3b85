/** Operations on GitHub: an organization's connection, a project's repository, and what GitHub tells of. */
import type { Operation } from "../../http/operation.ts";
import { askForGitHubPull } from "./ask-for-pull.ts";
import { connectGitHub } from "./connect-github.ts";
import { createGitHubRule } from "./create-github-rule.ts";
import { disconnectGitHub } from "./disconnect-github.ts";
import { getGitHub } from "./get-github.ts";
import { getGitHubConflicts } from "./get-github-conflicts.ts";
import { getProjectGitHub } from "./get-project-github.ts";
import { linkGitHub } from "./link-github.ts";
import { listRepositories } from "./list-repositories.ts";
import { mergeGitHubPull } from "./merge-pull.ts";
import { receiveWebhook } from "./receive-webhook.ts";
import { removeGitHubRule } from "./remove-github-rule.ts";
import { resolveGitHub } from "./resolve-github.ts";
import { startGitHub } from "./start-github.ts";
import { syncGitHub } from "./sync-github.ts";
import { unlinkGitHub } from "./unlink-github.ts";
import { updateGitHub } from "./update-github.ts";
import { updateGitHubRule } from "./update-github-rule.ts";
import { workOnGitHubBranch } from "./work-on-branch.ts";

export const GITHUB: readonly Operation[] = [
  getGitHub,
  startGitHub,
  connectGitHub,
  disconnectGitHub,
  listRepositories,
  getProjectGitHub,
  linkGitHub,
  updateGitHub,
  unlinkGitHub,
  syncGitHub,
  getGitHubConflicts,
  resolveGitHub,
  workOnGitHubBranch,
  askForGitHubPull,
  mergeGitHubPull,
  createGitHubRule,
  updateGitHubRule,
  removeGitHubRule,
  receiveWebhook,
];
