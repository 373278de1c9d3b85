/** HTTP bodies of GitHub: an organization's connection, a project's repository, its state, and the rules that set work off. */
import { z } from "zod";
import { DataEffect } from "./data-plan.ts";
import { Failure } from "./errors.ts";
import { Finding } from "./findings.ts";
import { Conflict } from "./http.ts";

/** As GitHub itself allows: no slash, no blank, nothing that could be another part of an address. */
const RepositoryName = z
  .string()
  .trim()
  .regex(/^[\w.-]{1,100}$/, "A repository's name has letters, digits, - . and _")
  .refine((name) => name !== "." && name !== "..", "This is no name");
const Branch = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^(?![/.])(?!.*(?:\.\.|\/\/|@\{|\.lock$|\/$))[^\s~^:?*[\\\p{Cc}]+$/u, "Git takes no such name for a branch");

export const GitHubInstallation = z.object({
  id: z.number().int(),
  account: z.string(),
  accountType: z.enum(["User", "Organization"]),
  status: z.enum(["active", "suspended", "removed"]),
  /** All repositories of the account, or those that were picked. */
  selection: z.enum(["all", "selected"]),
  /** Rights that the App asks for and this installation has not granted. */
  lacks: z.array(z.string()),
  /** Where the account's owner changes which repositories the App sees. */
  settingsUrl: z.string(),
});
export type GitHubInstallation = z.infer<typeof GitHubInstallation>;

/** `GET /api/orgs/:org/github`. */
export const GitHubConnection = z.object({
  /** False: whoever runs the platform has not made a GitHub App for it; `lacks` names the variables that are not set. */
  configured: z.boolean(),
  lacks: z.array(z.string()),
  installations: z.array(GitHubInstallation),
});
export type GitHubConnection = z.infer<typeof GitHubConnection>;

/** `POST /api/orgs/:org/github/connect`: where to go on GitHub. */
export const GitHubConnectStart = z.object({ url: z.string() });
export type GitHubConnectStart = z.infer<typeof GitHubConnectStart>;
/** `POST /api/orgs/:org/github/installations`: what GitHub sent the person back with. */
export const ConnectGitHub = z.object({
  state: z.string().min(20).max(200),
  code: z.string().min(1).max(500),
  installationId: z.coerce.number().int().positive(),
});
export type ConnectGitHub = z.infer<typeof ConnectGitHub>;

export const GitHubRepository = z.object({
  id: z.number().int(),
  owner: z.string(),
  name: z.string(),
  private: z.boolean(),
  branch: z.string(),
});
export type GitHubRepository = z.infer<typeof GitHubRepository>;
export const GitHubRepositoryList = z.object({ items: z.array(GitHubRepository) });
export type GitHubRepositoryList = z.infer<typeof GitHubRepositoryList>;

/** `POST /api/projects/:project/github`. */
export const LinkGitHub = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("create"), installationId: z.number().int(), name: RepositoryName, private: z.boolean().default(true) }),
  z.object({
    kind: z.literal("link"),
    installationId: z.number().int(),
    owner: RepositoryName,
    name: RepositoryName,
    branch: Branch.optional(),
  }),
]);
export type LinkGitHub = z.infer<typeof LinkGitHub>;

export const GitHubStop = z.object({
  /** `unreachable` is tried again by itself; the others wait for somebody. */
  kind: z.enum(["conflict", "checks", "data_loss", "refused", "unreachable"]),
  failure: Failure,
  /** The commit that was to be taken. */
  sha: z.string().nullable(),
  /** The version that was current then. */
  current: z.number().int().nullable(),
  /** Kept as a draft with its findings. */
  draft: z.number().int().nullable(),
});
export type GitHubStop = z.infer<typeof GitHubStop>;

export const GitHubState = z.enum(["in_sync", "ahead", "behind", "diverged", "stopped"]);
export type GitHubState = z.infer<typeof GitHubState>;

export const GitHubLink = z.object({
  installationId: z.number().int(),
  owner: z.string(),
  name: z.string(),
  branch: z.string(),
  url: z.string(),
  state: GitHubState,
  /** Versions that are not on GitHub, and commits that are not here. */
  ahead: z.number().int(),
  behind: z.number().int(),
  stopped: GitHubStop.nullable(),
  /** Whether a merged pull request is published. */
  publishMerged: z.boolean(),
  /** When both sides were last seen to be the same. */
  syncedAt: z.string().nullable(),
});
export type GitHubLink = z.infer<typeof GitHubLink>;

export const GitHubCommit = z.object({
  sha: z.string(),
  version: z.number().int(),
  /** Whether it was made of the version, or the version of it. */
  direction: z.enum(["push", "pull"]),
  message: z.string(),
  url: z.string(),
  at: z.string(),
});
export type GitHubCommit = z.infer<typeof GitHubCommit>;

/** When a rule sets work off. */
export const GitHubWhen = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("path"), path: z.string().trim().min(1).max(200) }),
  z.object({ kind: z.literal("label"), label: z.string().trim().min(1).max(50) }),
  z.object({ kind: z.literal("comment") }),
]);
export type GitHubWhen = z.infer<typeof GitHubWhen>;

const Template = z.string().trim().min(1).max(2000);
/** Where a rule's work goes: to a branch and a pull request, or live at once. */
const Target = z.enum(["branch", "direct"]);
export const CreateGitHubRule = z.object({ when: GitHubWhen, template: Template, target: Target.default("branch") });
export type CreateGitHubRule = z.input<typeof CreateGitHubRule>;
export const UpdateGitHubRule = z.object({ enabled: z.boolean().optional(), template: Template.optional() });
export type UpdateGitHubRule = z.infer<typeof UpdateGitHubRule>;
export const GitHubRule = CreateGitHubRule.extend({ id: z.string(), enabled: z.boolean() });
export type GitHubRule = z.infer<typeof GitHubRule>;

export const GitHubRun = z.object({
  id: z.string(),
  ruleId: z.string(),
  when: GitHubWhen,
  /** What happened there, in words: "Issue 4: Show totals". */
  event: z.string(),
  url: z.string().nullable(),
  by: z.string(),
  status: z.enum(["working", "done", "failed", "refused"]),
  /** Why it was refused, or what it came to. */
  says: z.string().nullable(),
  jobId: z.string().nullable(),
  version: z.number().int().nullable(),
  at: z.string(),
});
export type GitHubRun = z.infer<typeof GitHubRun>;

/** What a pull request comes to, merged with what is here. */
export const PullResult = z.object({
  /** `holds`: it may be merged; `fails`: with its findings; `conflict`, `refused`: there is nothing to show. */
  outcome: z.enum(["holds", "fails", "conflict", "refused"]),
  /** Why there is nothing to show. */
  says: z.string().nullable(),
  findings: z.array(Finding),
  /** What would become of the rows. */
  plan: z.array(z.object({ says: z.string(), effect: DataEffect })),
});
export type PullResult = z.infer<typeof PullResult>;

export const GitHubPull = z.object({
  number: z.number().int(),
  title: z.string(),
  by: z.string(),
  url: z.string(),
  state: z.enum(["open", "closed", "merged"]),
  /** From somebody's fork: its preview has no rows but samples, and knows nobody. */
  fork: z.boolean(),
  sha: z.string(),
  /** Of this very commit; null: it is being looked at. */
  result: PullResult.nullable(),
  /** The preview's channel; null: it has none. */
  channel: z.string().nullable(),
  at: z.string(),
});
export type GitHubPull = z.infer<typeof GitHubPull>;

export const GitHubBranch = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  url: z.string(),
  /** Its newest version; null: the agent is at work on the first. */
  version: z.number().int().nullable(),
  pull: z.number().int().nullable(),
  /** Why it does not go on. */
  says: z.string().nullable(),
  at: z.string(),
});
export type GitHubBranch = z.infer<typeof GitHubBranch>;

/** `POST /api/projects/:project/github/branches`: work that goes to a branch, a new one or one that is there. */
export const WorkOnBranch = z.object({ text: z.string().trim().min(1).max(20_000), branch: z.string().max(40).optional() });
export type WorkOnBranch = z.infer<typeof WorkOnBranch>;

/** `POST /api/projects/:project/github/pulls/:number/merge`: `sha` is what was looked at. */
export const MergePull = z.object({ sha: z.string().max(64) });
export type MergePull = z.infer<typeof MergePull>;

/** `PATCH /api/projects/:project/github`. */
export const UpdateGitHub = z.object({ publishMerged: z.boolean() });
export type UpdateGitHub = z.infer<typeof UpdateGitHub>;

/** `GET /api/projects/:project/github`. */
export const ProjectGitHub = z.object({
  configured: z.boolean(),
  lacks: z.array(z.string()),
  installations: z.array(GitHubInstallation),
  link: GitHubLink.nullable(),
  /** The newest first. */
  commits: z.array(GitHubCommit),
  rules: z.array(GitHubRule),
  runs: z.array(GitHubRun),
  /** Open ones, and those that were closed last; the newest first. */
  pulls: z.array(GitHubPull),
  branches: z.array(GitHubBranch),
});
export type ProjectGitHub = z.infer<typeof ProjectGitHub>;

/** `GET /api/projects/:project/github/conflicts`: `mine` is what stands here, `theirs` what GitHub has. */
export const GitHubConflicts = z.object({ sha: z.string(), head: z.number().int(), conflicts: z.array(Conflict) });
export type GitHubConflicts = z.infer<typeof GitHubConflicts>;

/** `POST /api/projects/:project/github/resolve`. `keep`: what came from GitHub is undone there by the next commit; else each conflict as it shall be. */
export const ResolveGitHub = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("keep") }),
  z.object({
    kind: z.literal("merge"),
    sha: z.string().max(64),
    changes: z.array(z.object({ path: z.string(), text: z.string().nullable() })).max(500),
  }),
]);
export type ResolveGitHub = z.infer<typeof ResolveGitHub>;

/** The answer to a webhook. `repeated`: it was taken before; `ignored`: it is of no use here. */
export const GitHubDelivery = z.object({ outcome: z.enum(["taken", "repeated", "ignored"]) });
export type GitHubDelivery = z.infer<typeof GitHubDelivery>;
