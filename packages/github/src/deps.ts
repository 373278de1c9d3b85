/** What bringing a project and its repository together stands on. */
import type { AuditEntry } from "@edgewright/audit";
import type { QueueMessage } from "@edgewright/contracts";
import type { PublishDeps, SaveEditDeps } from "@edgewright/projects";
import type { Blobs } from "@edgewright/storage";
import type { CommitRecord, GitHubApi, GitHubRecords, GitRepository, Lease, LinkProgress } from "./ports.ts";

export type SyncDeps = SaveEditDeps &
  PublishDeps & {
    github: GitHubRecords;
    /** null: this platform has no GitHub App. */
    githubApi: GitHubApi | null;
    blobs: Blobs;
    /** Host of the platform, for the addresses of authors that GitHub is not told. */
    host: string;
    send(message: QueueMessage): Promise<void>;
  };

/** A project's repository while one consumer has it to itself. */
export class Held {
  link: Lease["link"];
  readonly git: GitRepository;
  private readonly deps: Pick<SyncDeps, "github">;
  private readonly token: string;

  constructor(deps: Pick<SyncDeps, "github">, lease: Lease, git: GitRepository) {
    this.deps = deps;
    this.link = lease.link;
    this.token = lease.token;
    this.git = git;
  }

  /** Thrown out where another consumer took over, whose work this one must not undo. */
  async advance(progress: LinkProgress, along: { commit?: CommitRecord; audit?: AuditEntry } = {}): Promise<void> {
    const { projectId } = this.link;
    if (!(await this.deps.github.advance({ projectId, token: this.token }, progress, along)))
      throw new Error(`The lease on the repository of ${projectId} was lost`);
    this.link = { ...this.link, ...progress };
  }
}
