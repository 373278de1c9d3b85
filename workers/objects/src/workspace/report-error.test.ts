/** What becomes of an error that an app reports, by whom it happened before. */
import type { FixMessage, NewEvent, Reporter, RuntimeError } from "@edgewright/contracts";
import { memorySql, testClock } from "@edgewright/testing";
import { expect, it } from "vitest";
import { ProjectWorkspace, type WorkspaceDeps } from "./workspace.ts";

const errorOf = (message: string): RuntimeError => ({ source: "browser", message, stack: "", file: "", line: 0, column: 0, path: "/" });

function workspaceWith() {
  const told: NewEvent[] = [];
  const fixes: FixMessage[] = [];
  const deps: Partial<WorkspaceDeps> = {
    sql: memorySql(),
    clock: testClock(),
    newestSession: async () => "ses_1",
    post: async (_, events) => void told.push(...events),
    askForFix: async (message) => void fixes.push(message),
  };
  const workspace = new ProjectWorkspace(deps as WorkspaceDeps);
  const report = (by: Reporter, message: string) =>
    workspace.reportError({ projectId: "prj_1", label: "todo", channel: "current", error: errorOf(message), by });
  return { told, fixes, report };
}

it.each<[Reporter, number]>([
  ["editor", 1],
  ["viewer", 0],
  ["visitor", 0],
])("what breaks before a %s is shown, and starts work that costs %i times", async (by, started) => {
  const { told, fixes, report } = workspaceWith();
  await report(by, "boom");
  expect([told.length, told[0]?.type === "preview.error" && told[0].data.by, fixes.length]).toEqual([1, by, started]);
});

it("what visitors report cannot crowd out what breaks before members, nor be without end", async () => {
  const { told, report } = workspaceWith();
  for (let one = 0; one < 300; one++) await report("visitor", `made up ${one}`);
  expect(told).toHaveLength(20);
  await report("editor", "boom");
  expect(told).toHaveLength(21);
});
