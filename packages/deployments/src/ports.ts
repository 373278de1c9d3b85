/** Deployments and publications as kept, and what the domain needs of whoever keeps them (implemented in packages/db). */
import type { AuditEntry, Origin } from "@edgewright/audit";
import type {
  AppVisibility,
  Deployment,
  DeploymentLine,
  DeploymentStatus,
  Environment,
  Failure,
  ProviderName,
} from "@edgewright/contracts";

export type DeploymentRecord = {
  id: string;
  projectId: string;
  kind: Deployment["kind"];
  provider: ProviderName;
  environment: Environment;
  version: number;
  status: DeploymentStatus;
  url: string;
  /** Whose build it shows: its own, or that of an earlier deployment that it goes back to. */
  buildOf: string;
  /** Who asked for it, and from where. */
  origin: Origin;
  /** What of the rows a person has agreed to lose. */
  accepts: string[];
  error: Failure | null;
  /** A person asked it to stop. */
  stopping: boolean;
  /** How many consumers have taken it: only the last one's writes count. */
  fence: number;
  createdAt: number;
  finishedAt: number | null;
};

/** A consumer's hold on a deployment. */
export type Hold = { id: string; fence: number };
/** "stale": another consumer has taken it over, or it has ended. "stopping": a person asked it to stop. */
export type Held = "held" | "stopping" | "stale";

export interface DeploymentRecords {
  /** One write with its line in the log and its entry in the outbox. "busy": another one of the project is at work. */
  insert(
    deployment: DeploymentRecord,
    audit: AuditEntry,
    outbox: { id: string; deploy: { deploymentId: string }; createdAt: number },
  ): Promise<"inserted" | "busy">;
  get(id: string): Promise<DeploymentRecord | null>;
  log(id: string): Promise<DeploymentLine[]>;
  /** Newest first, those older than `before`. */
  list(projectId: string, page: { limit: number; before: string | null }): Promise<DeploymentRecord[]>;
  /** The one that is at work. */
  open(projectId: string): Promise<DeploymentRecord | null>;
  /** Takes hold of an open one until then, unless somebody else holds it. */
  begin(id: string, lease: { now: number; until: number }): Promise<DeploymentRecord | null>;
  /** Goes on to a status, and holds it until then. */
  proceed(hold: Hold, next: { status: DeploymentStatus; line: DeploymentLine; until: number }): Promise<Held>;
  renew(hold: Hold, until: number): Promise<Held>;
  /** Its end without being live, with its line in the log. */
  fail(
    hold: Hold,
    end: { status: "failed" | "cancelled"; error: Failure; line: DeploymentLine; audit: AuditEntry },
  ): Promise<"ended" | "stale">;
  /** One write: this one is live and published, the one before is not any more. */
  goLive(hold: Hold, end: { line: DeploymentLine; audit: AuditEntry }): Promise<Held>;
  release(hold: Hold): Promise<void>;
  /** False: it had ended. */
  stop(id: string, audit: AuditEntry): Promise<boolean>;
  /** False: it is live, at work, or removed already. */
  remove(id: string, audit: AuditEntry): Promise<boolean>;
  /** Open ones that nobody holds, made before then. */
  abandoned(before: { createdAt: number; now: number }, limit: number): Promise<string[]>;
}

/** Who may open a published app. `linkNumber`: another one ends all that strangers were let in under. */
export type PublicationRecord = {
  /** The deployment that is live, and what it shows; null: the app is not published. */
  live: { deploymentId: string; version: number; buildOf: string } | null;
  visibility: AppVisibility;
  linkNumber: number;
};

export interface PublicationRecords {
  /** Of a project that was never published: nobody but members would get in. */
  get(projectId: string): Promise<PublicationRecord>;
  setVisibility(projectId: string, visibility: AppVisibility, audit: AuditEntry): Promise<void>;
  /** False: nothing was published. */
  end(projectId: string, audit: AuditEntry): Promise<boolean>;
}
