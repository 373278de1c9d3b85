/** What looking at a pull request stands on. */
import type { MembershipRecords } from "@edgewright/accounts";
import type { Origin } from "@edgewright/audit";
import type { DataPlan, Environment, ErasableRpc, FileMap, Outcome, ProjectDataRpc, WorkspaceRpc } from "@edgewright/contracts";
import type { ProjectRecord } from "@edgewright/projects";
import type { SyncDeps } from "../deps.ts";
import type { PullLease, PullPatch, PullRecord } from "../ports.ts";

export type PullDeps = Omit<SyncDeps, "workspace"> & {
  workspace(projectId: string): Pick<WorkspaceRpc, "setCurrent" | "openPull" | "closePull">;
  data(projectId: string, environment: Environment): Pick<ProjectDataRpc, "fork"> & ErasableRpc;
  dataPlan(projectId: string, files: FileMap): Promise<DataPlan | null>;
  appUrl: string;
  memberships: Pick<MembershipRecords, "ofUser">;
  publish(project: ProjectRecord, version: number, origin: Origin): Promise<Outcome<unknown>>;
};

/** A pull request while one consumer has it to itself. */
export class HeldPull {
  pull: PullRecord;
  private readonly deps: Pick<SyncDeps, "github">;
  private readonly token: string;

  constructor(deps: Pick<SyncDeps, "github">, { pull, token }: PullLease) {
    this.deps = deps;
    this.pull = pull;
    this.token = token;
  }

  /** Thrown out where another consumer took over, whose work this one must not undo. */
  async advance(patch: PullPatch): Promise<void> {
    const { projectId, number } = this.pull;
    if (!(await this.deps.github.advancePull({ projectId, number, token: this.token }, patch)))
      throw new Error(`The lease on pull request ${number} of ${projectId} was lost`);
    this.pull = { ...this.pull, ...patch };
  }
}
