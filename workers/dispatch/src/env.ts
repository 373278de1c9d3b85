/** Bindings of dispatch: no database, no platform secret but the one that signs preview access. */
import type { DirectoryRpc, ProjectDataRpc, WorkspaceRpc } from "@edgewright/contracts";

export type Env = {
  APP_URL: string;
  PREVIEW_ORIGIN: string;
  PREVIEW_SECRET: string;
  ASSETS: Fetcher;
  LOADER: WorkerLoader;
  DIRECTORY: DirectoryRpc;
  WORKSPACE: DurableObjectNamespace;
  PROJECT_DATA: DurableObjectNamespace;
};

/** RPC types cannot express rows of any shape, so the objects are held by their contracts. */
export const workspaceOf = (env: Env, projectId: string) =>
  env.WORKSPACE.get(env.WORKSPACE.idFromName(projectId)) as unknown as WorkspaceRpc & Fetcher;

export const dataOf = (env: Env, projectId: string) =>
  env.PROJECT_DATA.get(env.PROJECT_DATA.idFromName(`${projectId}:preview`)) as unknown as ProjectDataRpc & Fetcher;
