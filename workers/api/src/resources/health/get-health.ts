/** `GET /api/health`: the version that runs. 503 while a binding does not answer, or the database is not the one that this version needs. */
import {
  type Environment,
  Health,
  type ProjectDataRpc,
  type SessionStreamRpc,
  WORKING_ENVIRONMENT,
  type WorkspaceRpc,
} from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { Blobs } from "@edgewright/storage";
import { VERSION } from "../../docs/version.ts";
import { openOperation } from "../../http/operation.ts";

const PATIENCE_MS = 3000;
const NAME = "health";

export const getHealth = openOperation({
  method: "get",
  path: "/api/health",
  summary: "Version and state of the bindings",
  tag: "Platform",
  returns: Health,
  needs: ["blobs", "data", "schemaVersion", "stream", "workspace"],
  async handle({ services }) {
    const states = await Promise.all(probesOf(services).map(async ([name, probe]) => [name, await stateOf(probe)] as const));
    const failing = states.flatMap(([name, state]) => (state === "ok" ? [] : [name]));
    if (failing.length > 0) return silent(failing);
    const { expected, applied } = await services.schemaVersion();
    if (applied !== expected) return otherSchema(expected, applied);
    return ok({ version: VERSION, ok: true, bindings: Object.fromEntries(states) });
  },
});

const silent = (names: string[]) =>
  fail("unavailable", `Not answering: ${names.join(", ")}.`, {
    retry: true,
    next: "Try again in a moment. If it stays so, look whether the disk is full, then into the logs, and start the platform anew.",
  });

/** Names of migrations begin with their number, so that the later one is the greater. */
const otherSchema = (expected: string, applied: string | null) =>
  applied === null || applied < expected
    ? fail("unavailable", `The database is at ${applied ?? "no migration"}; this version needs ${expected}.`, {
        next: "Start the platform anew, or deploy it again: both bring the database up to date first.",
      })
    : fail("unavailable", `The database is at ${applied}, newer than this version, which knows ${expected}.`, {
        next: "Run the newer version again.",
      });

/** One of each kind of binding. */
type Probed = {
  schemaVersion(): Promise<unknown>;
  blobs: Pick<Blobs, "get">;
  stream(sessionId: string): Pick<SessionStreamRpc, "read">;
  workspace(projectId: string): Pick<WorkspaceRpc, "recentErrors">;
  data(projectId: string, environment: Environment): Pick<ProjectDataRpc, "schema">;
};

const probesOf = (services: Probed): [string, () => Promise<unknown>][] => [
  ["DB", () => services.schemaVersion()],
  ["BLOBS", () => services.blobs.get(NAME)],
  ["SESSION_STREAM", () => services.stream(NAME).read({ after: 0, limit: 1 })],
  ["WORKSPACE", () => services.workspace(NAME).recentErrors("current")],
  ["PROJECT_DATA", () => services.data(NAME, WORKING_ENVIRONMENT).schema("current")],
];

async function stateOf(probe: () => Promise<unknown>): Promise<"ok" | "failing"> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"failing">((resolve) => {
    timer = setTimeout(() => resolve("failing"), PATIENCE_MS);
  });
  const answered = probe().then(
    () => "ok" as const,
    () => "failing" as const,
  );
  const state = await Promise.race([answered, late]);
  clearTimeout(timer);
  return state;
}
