/**
 * Stubs of the platform's Durable Objects: the one place that knows what each is named by. RPC types cannot express
 * rows of any shape, so they are held by their contracts. Used by every worker that calls an object.
 */
import type {
  AttemptLimitRpc,
  Environment,
  ErasableRpc,
  JobScheduleRpc,
  LiveObject,
  LiveRpc,
  ProjectDataRpc,
  SessionStreamRpc,
  WorkspaceRpc,
} from "@edgewright/contracts";

export { r2Files } from "./r2-files.ts";
export { storageSql } from "./storage.ts";

type Namespace = {
  idFromName(name: string): DurableObjectId;
  idFromString(id: string): DurableObjectId;
  get(id: DurableObjectId): unknown;
};

/** As wrangler.toml names them. */
type Binding = "SESSION_STREAM" | "WORKSPACE" | "PROJECT_DATA" | "JOB_SCHEDULE" | "ATTEMPT_LIMIT";

/** An object that browsers connect to, and that keeps what belongs to somebody. */
type ConnectableObject = ErasableRpc & Pick<Fetcher, "fetch">;

export type Objects = {
  stream(sessionId: string): SessionStreamRpc & ConnectableObject;
  workspace(projectId: string): WorkspaceRpc & ConnectableObject;
  data(projectId: string, environment: Environment): ProjectDataRpc & ConnectableObject;
  /** The same, by the object's own id. */
  dataObject(id: string): ProjectDataRpc;
  /** All jobs of the platform wait in one. */
  schedule(): JobScheduleRpc;
  /** What counts attempts to get in, by client or by address. */
  attempts(name: string): AttemptLimitRpc;
  /** An object that holds connections. */
  live(object: LiveObject): LiveRpc;
};

const LIVE = { session: "SESSION_STREAM", workspace: "WORKSPACE", data: "PROJECT_DATA" } as const satisfies Record<
  LiveObject["kind"],
  Binding
>;

type RequiredBindings = {
  stream: "SESSION_STREAM";
  workspace: "WORKSPACE";
  data: "PROJECT_DATA";
  dataObject: "PROJECT_DATA";
  schedule: "JOB_SCHEDULE";
  attempts: "ATTEMPT_LIMIT";
  live: (typeof LIVE)[LiveObject["kind"]];
};

/** Those that the worker is bound to. */
type Reachable<Bound> = { [Name in keyof Objects as [RequiredBindings[Name]] extends [keyof Bound] ? Name : never]: Objects[Name] };

export function objects<Bound extends Partial<Record<Binding, Namespace>>>(env: Bound): Reachable<Bound> {
  const namespace = (binding: Binding): Namespace => {
    const bound = env[binding];
    if (!bound) throw new Error(`${binding} is not bound`);
    return bound;
  };
  const named = <Rpc>(binding: Binding, name: string) => namespace(binding).get(namespace(binding).idFromName(name)) as Rpc;
  const all: Objects = {
    stream: (sessionId) => named("SESSION_STREAM", sessionId),
    workspace: (projectId) => named("WORKSPACE", projectId),
    data: (projectId, environment) => named("PROJECT_DATA", `${projectId}:${environment}`),
    dataObject: (id) => namespace("PROJECT_DATA").get(namespace("PROJECT_DATA").idFromString(id)) as ProjectDataRpc,
    schedule: () => named("JOB_SCHEDULE", "all"),
    attempts: (name) => named("ATTEMPT_LIMIT", name),
    live: ({ kind, id }) => namespace(LIVE[kind]).get(namespace(LIVE[kind]).idFromString(id)) as LiveRpc,
  };
  return all;
}
