/** What a codegen job needs of the world. Built in workers/jobs. */
import type { JobRecords, MessageRecords, QuestioningRecords } from "@edgewright/chat";
import type { CompilerRpc, DataPlan, FileMap, SessionStreamRpc, WorkspaceRpc } from "@edgewright/contracts";
import type { Clock } from "@edgewright/core";
import type { Meter, OpenModels } from "@edgewright/models";
import type { ProjectRecords, Protect, VersionRecords } from "@edgewright/projects";
import type { Blobs, VersionStore } from "@edgewright/storage";
import type { LeaseOptions } from "./lease.ts";

export type CodegenDeps = {
  stream: SessionStreamRpc;
  workspace: Pick<WorkspaceRpc, "openDraft" | "writeDraft" | "closeDraft" | "setCurrent" | "recentErrors">;
  compiler: CompilerRpc;
  jobs: JobRecords;
  messages: MessageRecords;
  questionings: QuestioningRecords;
  projects: ProjectRecords;
  versions: VersionRecords;
  store: VersionStore;
  blobs: Blobs;
  /** The version that work on a branch goes on from; null: there is no such branch any more. */
  branchTip(branch: string): Promise<number | null>;
  clock: Clock;
  protect: Protect;
  /** What the tables of these files would do to the app's rows; null: nothing that is known. */
  dataPlan(projectId: string, files: FileMap): Promise<DataPlan | null>;
  models: OpenModels;
  meter: Meter;
  /** What the first version of an app grows from. */
  template(): FileMap;
  maxRetries: number;
  /** A provider that says nothing for so long has failed. */
  silenceMs: number;
  lease?: LeaseOptions;
};
