/** Bindings of workers/compiler. */
export type Env = { LOADER: WorkerLoader };
