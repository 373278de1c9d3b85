/** What a codegen job needs of the world. Built in workers/jobs. */
import type { JobRecords, MessageRecords } from "@edgewright/chat";
import type { CompilerRpc, FileMap, Outcome, SessionStreamRpc, WorkspaceRpc } from "@edgewright/contracts";
import type { Clock } from "@edgewright/core";
import type { ProjectRecords, VersionRecords } from "@edgewright/projects";
import type { Blobs, VersionStore } from "@edgewright/storage";
import type { LanguageModel } from "ai";
import type { LeaseOptions } from "../common/lease.ts";

export type CodegenDeps = {
  stream: SessionStreamRpc;
  workspace: Pick<WorkspaceRpc, "openDraft" | "writeDraft" | "closeDraft" | "setCurrent">;
  compiler: CompilerRpc;
  jobs: JobRecords;
  messages: MessageRecords;
  projects: ProjectRecords;
  versions: VersionRecords;
  store: VersionStore;
  blobs: Blobs;
  clock: Clock;
  /** The model by its name, or why it cannot be had. */
  model(name: string, organizationId: string): Promise<Outcome<LanguageModel>>;
  /** What the first version of an app grows from. */
  template(): FileMap;
  maxRetries: number;
  lease?: LeaseOptions;
};
