/** Bindings of dispatch: no database, no platform secret but the one that signs preview access. */
import type { DirectoryRpc } from "@edgewright/contracts";

export type Env = {
  APP_URL: string;
  PREVIEW_ORIGIN: string;
  APPS_ORIGIN: string;
  PREVIEW_SECRET: string;
  ASSETS: Fetcher;
  LOADER: WorkerLoader;
  DIRECTORY: DirectoryRpc;
  WORKSPACE: DurableObjectNamespace;
  PROJECT_DATA: DurableObjectNamespace;
};
