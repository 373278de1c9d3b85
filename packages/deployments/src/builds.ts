/** Builds for production as kept, apart from the blobs of code: a project's assets by their content, and for each deployment what it consists of (implemented in packages/adapters). */
import type { PublishedAsset, PublishedBuild } from "@edgewright/contracts";

export interface Builds {
  /** Putting the same content twice is harmless. */
  putAsset(projectId: string, name: string, asset: Omit<PublishedAsset, "encoding">): Promise<void>;
  asset(projectId: string, name: string): Promise<PublishedAsset | null>;
  put(projectId: string, deploymentId: string, build: PublishedBuild): Promise<void>;
  get(projectId: string, deploymentId: string): Promise<PublishedBuild | null>;
  remove(projectId: string, deploymentId: string): Promise<void>;
  /** All of a project's. */
  erase(projectId: string): Promise<void>;
}
