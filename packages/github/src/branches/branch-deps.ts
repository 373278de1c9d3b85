/** What work on a branch stands on. */
import type { Origin } from "@edgewright/audit";
import type { ConversationDeps, EnqueueEntry, SessionRecords } from "@edgewright/chat";
import type { Outcome } from "@edgewright/contracts";
import type { ProjectRecord } from "@edgewright/projects";
import type { GitHubRecords } from "../ports.ts";

export type BranchDeps = ConversationDeps & {
  github: GitHubRecords;
  sessions: SessionRecords;
  /** The one that the project's next job is to use. */
  modelFor(project: ProjectRecord): Promise<Outcome<string>>;
  deliverNews(entry: EnqueueEntry): Promise<unknown>;
};

export type BranchWork = {
  text: string;
  /** The id of one that is there. */
  branch?: string;
  /** Of a new one; its work collects there when it is asked for again. */
  name?: string;
  title?: string;
  /** Whether a pull request is opened as soon as there is something to show. */
  wanted: boolean;
  jobId?: string;
  createdBy: string;
  origin: Origin;
};
