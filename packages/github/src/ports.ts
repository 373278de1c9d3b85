/** What the module needs of GitHub (implemented in packages/adapters) and of whoever keeps its records (packages/db). */
import type { AuditEntry } from "@edgewright/audit";
import type { Finding, GitHubInstallation, GitHubRepository, GitHubStop, GitHubWhen, Outcome, PullResult } from "@edgewright/contracts";

/** What GitHub says of an installation of the App. */
export type InstallationFacts = Pick<GitHubInstallation, "id" | "account" | "accountType" | "selection"> & {
  suspended: boolean;
  permissions: Record<string, string>;
};

/** A repository as an installation sees it. */
export type RepositoryAddress = { installationId: number; owner: string; repo: string };

export type TreeEntry = { path: string; mode: string; type: string; sha: string; size: number };
export type NewTreeEntry = { path: string; mode: "100644" | "100755" } & ({ content: string } | { sha: string | null });
export type CommitPerson = { name: string; email: string /** ISO 8601 */; date: string };
export type CommitFacts = { sha: string; tree: string; message: string; author: { login: string | null; name: string; email: string } };
export type Comparison = {
  /** How many commits the second has that the first lacks. */
  ahead: number;
  /** Whether the first is an ancestor of the second. */
  straight: boolean;
  /** The newest commit that both stand on. */
  base: string;
  /** Those commits, oldest first; of many, the newest may be missing. */
  commits: Omit<CommitFacts, "tree">[];
};
/** `own`: the App wrote it. */
export type IssueComment = { id: number; body: string; own: boolean };
/** A pull request as GitHub has it now. `fork`: its commits are in another repository. */
export type PullFacts = {
  number: number;
  title: string;
  by: string;
  url: string;
  state: "open" | "closed" | "merged";
  base: string;
  sha: string;
  fork: boolean;
  /** The commit that it became in the branch. */
  mergeSha: string | null;
};
/** A check run as it shall be. `conclusion` null: it is at work. */
export type CheckRun = {
  conclusion: "success" | "failure" | "neutral" | null;
  title: string;
  summary: string;
  findings: readonly Finding[];
  url: string;
};

/** One repository's objects, branches and issues. A thing that is not there is `null` where that is said, else `not_found`. */
export interface GitRepository {
  /** The commit a branch ends in. null: there is no such branch, or the repository is empty. */
  head(branch: string): Promise<Outcome<string | null>>;
  /** null: it is gone, as after history was rewritten. */
  commit(sha: string): Promise<Outcome<CommitFacts | null>>;
  /** Every file below a tree. */
  tree(sha: string): Promise<Outcome<TreeEntry[]>>;
  blob(sha: string): Promise<Outcome<Uint8Array<ArrayBuffer>>>;
  /** null: one of them is gone. */
  compare(base: string, head: string): Promise<Outcome<Comparison | null>>;
  createBlob(bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<string>>;
  createTree(base: string, entries: NewTreeEntry[]): Promise<Outcome<string>>;
  createCommit(input: {
    message: string;
    tree: string;
    parent: string;
    author: CommitPerson;
    committer: CommitPerson;
  }): Promise<Outcome<string>>;
  /** "there": it is there already. */
  createBranch(branch: string, sha: string): Promise<Outcome<"made" | "there">>;
  /** Never by force. "moved_on": the branch has commits that this one does not stand on. */
  moveBranch(branch: string, sha: string): Promise<Outcome<"moved" | "moved_on">>;
  /** The first commit of an empty repository, which takes no git objects before it has one. */
  seed(input: {
    branch: string;
    path: string;
    bytes: Uint8Array<ArrayBuffer>;
    message: string;
    author: CommitPerson;
    committer: CommitPerson;
  }): Promise<Outcome<string>>;
  /** null: there is none. */
  pull(number: number): Promise<Outcome<PullFacts | null>>;
  /** Its number; also that of the one which is open already. */
  openPull(input: { title: string; body: string; head: string; base: string }): Promise<Outcome<number>>;
  /** Where GitHub's own rules allow it, and if it still ends in that commit. */
  mergePull(number: number, sha: string): Promise<Outcome<void>>;
  /** Numbers of those into a branch, with the commits that they end in. */
  openPulls(base: string): Promise<Outcome<Pick<PullFacts, "number" | "sha">[]>>;
  /** The App's own check run of a commit, by the mark that it was made with. */
  findCheck(sha: string, mark: string): Promise<Outcome<number | null>>;
  createCheck(sha: string, mark: string, check: CheckRun): Promise<Outcome<number>>;
  editCheck(id: number, check: CheckRun): Promise<Outcome<void>>;
  /** Whether a person may write to the repository. */
  mayWrite(login: string): Promise<Outcome<boolean>>;
  comments(issue: number): Promise<Outcome<IssueComment[]>>;
  addComment(issue: number, body: string): Promise<Outcome<number>>;
  editComment(id: number, body: string): Promise<Outcome<void>>;
}

export interface GitHubApi {
  /** Where a person installs the App and comes back from with `state`. */
  installUrl(state: string): string;
  /** Where a repository, or a commit of it, is shown. */
  webUrl(path: string): string;
  /** Installations that the person who brought this code may manage. */
  installationsOf(code: string): Promise<Outcome<number[]>>;
  /** null: it was removed. */
  installation(id: number): Promise<Outcome<InstallationFacts | null>>;
  repositories(installationId: number): Promise<Outcome<GitHubRepository[]>>;
  repository(address: RepositoryAddress): Promise<Outcome<GitHubRepository>>;
  createRepository(installationId: number, input: { account: string; name: string; private: boolean }): Promise<Outcome<GitHubRepository>>;
  at(address: RepositoryAddress): GitRepository;
}

export type InstallationRecord = {
  organizationId: string;
  installationId: number;
  account: string;
  accountType: "User" | "Organization";
  status: GitHubInstallation["status"];
  selection: GitHubInstallation["selection"];
  permissions: Record<string, string>;
  connectedBy: string;
  createdAt: number;
};

export type LinkRecord = {
  projectId: string;
  installationId: number;
  repositoryId: number;
  owner: string;
  repo: string;
  branch: string;
  /** The commit whose files are all in the current version, and the version whose files are all in it. null: nothing was brought over yet. */
  headSha: string | null;
  headVersion: number | null;
  behind: number;
  stopped: GitHubStop | null;
  syncedAt: number | null;
  /** The admin in whose name a merged pull request is published; null: none is. */
  publishes: string | null;
  createdBy: string;
  createdAt: number;
};
export type LinkProgress = Partial<Pick<LinkRecord, "headSha" | "headVersion" | "behind" | "stopped" | "syncedAt">>;

export type CommitRecord = { projectId: string; sha: string; version: number; direction: "push" | "pull"; message: string; at: number };

/** `body` is what was read of the webhook: see events/read-event.ts. */
export type DeliveryRecord = { id: string; event: string; body: unknown; receivedAt: number; doneAt: number | null };

export type RuleRecord = {
  id: string;
  projectId: string;
  when: GitHubWhen;
  template: string;
  target: "branch" | "direct";
  enabled: boolean;
  createdBy: string;
  createdAt: number;
};
export type RunRecord = {
  id: string;
  projectId: string;
  ruleId: string;
  when: GitHubWhen;
  eventKey: string;
  event: string;
  url: string | null;
  by: string;
  issue: number | null;
  commentId: number | null;
  status: "working" | "done" | "failed" | "refused";
  says: string | null;
  jobId: string | null;
  /** The branch that its work goes to. */
  branch: string | null;
  version: number | null;
  told: boolean;
  createdAt: number;
};
export type RunPatch = Partial<Pick<RunRecord, "status" | "says" | "jobId" | "branch" | "version" | "told" | "commentId">>;

/** Work beside a project's own line. */
export type BranchRecord = {
  id: string;
  projectId: string;
  name: string;
  title: string;
  /** The version that it parted from. */
  base: number;
  /** Its newest version. */
  tip: number | null;
  /** The commit that it ends in on GitHub, and the version whose files are all in it. */
  headSha: string | null;
  headVersion: number | null;
  /** Whether a pull request is wanted, and its number once there is one. */
  wanted: boolean;
  pull: number | null;
  /** Why it does not go on. */
  says: string | null;
  createdBy: string;
  createdAt: number;
};
export type BranchPatch = Partial<Pick<BranchRecord, "tip" | "headSha" | "headVersion" | "wanted" | "pull" | "says">>;

export type PullRecord = {
  projectId: string;
  number: number;
  title: string;
  by: string;
  url: string;
  state: PullFacts["state"];
  /** Whether its commits are in the repository itself, and not in somebody's fork. */
  trusted: boolean;
  sha: string;
  /** The commit that was looked at to the end, and told of. */
  doneSha: string | null;
  result: PullResult | null;
  /** Whether it has a preview. */
  shown: boolean;
  checkId: number | null;
  checkSha: string | null;
  commentId: number | null;
  /** Of a merged one that is to be published as soon as its commit is here. */
  publishSha: string | null;
  updatedAt: number;
};
export type PullPatch = Partial<Omit<PullRecord, "projectId" | "number">>;
export type PullLease = { pull: PullRecord; token: string; asked: number };

export type Lease = { link: LinkRecord; token: string; asked: number };

export interface GitHubRecords {
  /** Kept for whoever comes back with what it is the hash of. */
  beginConnect(connect: { stateHash: string; organizationId: string; userId: string; expiresAt: number }): Promise<void>;
  /** Takes it away: true once, for the same person and organization, before its time is over. */
  endConnect(connect: { stateHash: string; organizationId: string; userId: string; now: number }): Promise<boolean>;

  installationsOf(organizationId: string): Promise<InstallationRecord[]>;
  connect(installation: InstallationRecord, audit: AuditEntry): Promise<void>;
  disconnect(organizationId: string, installationId: number, audit: AuditEntry): Promise<boolean>;
  /** In every organization that is connected to it. */
  updateInstallation(
    installationId: number,
    change: Partial<Pick<InstallationRecord, "account" | "status" | "selection" | "permissions">>,
  ): Promise<void>;

  link(projectId: string): Promise<LinkRecord | null>;
  /** "linked": this project has one already; "taken": another project has this branch. */
  insertLink(link: LinkRecord, audit: AuditEntry): Promise<"inserted" | "linked" | "taken">;
  removeLink(projectId: string, audit: AuditEntry): Promise<boolean>;
  /** Of projects that are not deleted. */
  linksOfRepository(repositoryId: number): Promise<LinkRecord[]>;
  linksOfInstallation(installationId: number): Promise<LinkRecord[]>;
  moveRepository(repositoryId: number, to: { owner: string; repo: string }): Promise<void>;
  /** Links of living projects that nobody has looked at since `before`; they count as looked at from now on. */
  takeUnseen(before: number, now: number, limit: number): Promise<string[]>;

  /** null: there is no link, or another consumer is at work, which then looks once more. */
  lease(projectId: string, token: string, now: number, until: number): Promise<Lease | null>;
  /** True when it was asked for meanwhile. */
  release(lease: Pick<Lease, "token" | "asked"> & { projectId: string }): Promise<boolean>;
  /** One write, with the lease it is made under; false: that was lost. */
  advance(
    lease: { projectId: string; token: string },
    progress: LinkProgress,
    along?: { commit?: CommitRecord; audit?: AuditEntry },
  ): Promise<boolean>;
  /** Idempotent. */
  noteCommit(commit: CommitRecord): Promise<void>;
  commit(projectId: string, sha: string): Promise<CommitRecord | null>;
  commits(projectId: string, limit: number): Promise<CommitRecord[]>;

  /** null: the project has no repository. */
  setPublishes(projectId: string, publishes: string | null, audit: AuditEntry): Promise<boolean>;

  /** The newest first. */
  pulls(projectId: string, limit: number): Promise<PullRecord[]>;
  pull(projectId: string, number: number): Promise<PullRecord | null>;
  /** Notes it where it is not known yet. null: another consumer is at work, which then looks once more. */
  leasePull(of: { projectId: string; number: number }, token: string, now: number, until: number): Promise<PullLease | null>;
  /** False: the lease was lost. */
  advancePull(lease: { projectId: string; number: number; token: string }, patch: PullPatch): Promise<boolean>;
  /** True when it was asked for meanwhile. */
  releasePull(lease: { projectId: string; number: number; token: string; asked: number }): Promise<boolean>;
  /** Takes away that it is to be published: true once. */
  takePublish(projectId: string, number: number): Promise<boolean>;
  /** One that nothing was shown of. */
  forgetPull(projectId: string, number: number): Promise<void>;

  branches(projectId: string, limit: number): Promise<BranchRecord[]>;
  /** Those whose newest version, or pull request, is not on GitHub, with nothing that stands in the way. */
  unfinishedBranches(limit: number): Promise<string[]>;
  branch(id: string): Promise<BranchRecord | null>;
  branchNamed(projectId: string, name: string): Promise<BranchRecord | null>;
  /** False: the project has one of that name. */
  insertBranch(branch: BranchRecord): Promise<boolean>;
  updateBranch(id: string, patch: BranchPatch, audit?: AuditEntry): Promise<void>;
  /** The commits that a version became, or was made of; the newest first. */
  commitsOf(projectId: string, version: number): Promise<CommitRecord[]>;

  /** With the news of it in the outbox, as `out_` and its id. False: it was here before. */
  takeDelivery(delivery: DeliveryRecord): Promise<boolean>;
  delivery(id: string): Promise<DeliveryRecord | null>;
  finishDelivery(id: string, at: number): Promise<void>;
  forgetDeliveries(before: number): Promise<void>;

  rules(projectId: string): Promise<RuleRecord[]>;
  insertRule(rule: RuleRecord, audit: AuditEntry): Promise<void>;
  updateRule(projectId: string, id: string, change: Partial<Pick<RuleRecord, "enabled" | "template">>, audit: AuditEntry): Promise<boolean>;
  removeRule(projectId: string, id: string, audit: AuditEntry): Promise<boolean>;

  /** False: this event has set this rule off before. */
  beginRun(run: RunRecord): Promise<boolean>;
  run(ruleId: string, eventKey: string): Promise<RunRecord | null>;
  updateRun(id: string, patch: RunPatch): Promise<void>;
  runs(projectId: string, limit: number): Promise<RunRecord[]>;
  /** Those whose end is to be told, oldest first. */
  untold(limit: number): Promise<RunRecord[]>;
}
