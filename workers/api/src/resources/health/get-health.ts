/** `GET /api/health`: the version that runs, and whether each binding answers. */
import { Health } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { VERSION } from "../../docs/version.ts";
import { openOperation } from "../../http/operation.ts";
import type { Services } from "../../services.ts";

const PATIENCE_MS = 3000;
const NAME = "health";

export const getHealth = openOperation({
  method: "get",
  path: "/api/health",
  summary: "Version and state of the bindings",
  tag: "Platform",
  returns: Health,
  async handle({ services }) {
    const states = await Promise.all(probesOf(services).map(async ([name, probe]) => [name, await stateOf(probe)] as const));
    return ok({ version: VERSION, ok: states.every(([, state]) => state === "ok"), bindings: Object.fromEntries(states) });
  },
});

const probesOf = (services: Services): [string, () => Promise<unknown>][] => [
  ["DB", () => services.memberships.ofUser(NAME)],
  ["BLOBS", () => services.blobs.get(NAME)],
  ["SESSION_STREAM", () => services.stream(NAME).read({ after: 0, limit: 1 })],
  ["WORKSPACE", () => services.workspace(NAME).recentErrors("current")],
  ["PROJECT_DATA", () => services.data(NAME, "preview").schema("current")],
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
