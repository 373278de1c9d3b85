/** When an error of the live app is fixed without a person. */

import type { FixMessage, ProjectSettings } from "@edgewright/contracts";
import { at, first } from "@edgewright/core";
import { schema } from "@edgewright/db";
import { createProject, saveVersion, updateProject } from "@edgewright/projects";
import { testWorld } from "@edgewright/testing";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { autoFix } from "./auto-fix.ts";
import { newSession, postMessage } from "./conversation.ts";

const ON: Partial<ProjectSettings> = { autoFix: true, autoFixBudget: 1 };
const errorOf = (message: string): FixMessage["error"] => ({
  source: "browser",
  message,
  stack: "",
  file: "src/App.tsx",
  line: 3,
  column: 1,
  path: "/",
});

async function setUp(settings: Partial<ProjectSettings>) {
  const world = await testWorld();
  const made = await createProject(
    { ...world, uniqueSuffix: () => "x" },
    { organizationId: world.organizationId, origin: world.origin, name: "List" },
  );
  if (!made.ok) throw new Error("no project");
  const project = made.value;
  await updateProject(world, project, { settings }, world.origin);
  const author = { kind: "person" as const, id: "usr_1", name: "Ada" };
  await saveVersion(world, {
    projectId: project.id,
    parent: null,
    files: { "src/App.tsx": "1\n" },
    author,
    message: "",
    checked: { ok: true, findings: [] },
  });
  const session = newSession(world.clock, project.id, world.origin.id);
  const posted = await postMessage(world, {
    project,
    session,
    isNew: true,
    text: "A list",
    model: "test:model",
    deliver: "queue",
    origin: world.origin,
  });
  if (!posted.ok) throw new Error("no job");
  const end = (jobId: string, cost = 0) =>
    world.jobs.update(jobId, { status: "done", usage: { model: "m", calls: 1, inputTokens: 1, cachedTokens: 0, outputTokens: 1, cost } });
  const enqueued: string[] = [];
  const deps = {
    ...world,
    outboxDeps: {
      outbox: world.outbox,
      clock: world.clock,
      stream: () => ({
        enqueue: async ({ jobId }: { jobId: string }) => void enqueued.push(jobId),
        answer: async () => "not_waiting" as const,
        cancel: async () => "unknown" as const,
      }),
      send: async () => {},
      workspace: () => ({ follow: async () => {} }),
      sweepPictures: async () => {},
    },
  };
  const fix = (message: string) => autoFix(deps, { kind: "fix", sessionId: session.id, projectId: project.id, error: errorOf(message) });
  return { ...world, project, jobId: posted.value.jobId, end, fix, enqueued };
}

it("happens only where the project's settings say so", async () => {
  const off = await setUp({});
  await off.end(off.jobId);
  expect(await off.fix("x is undefined")).toBe(false);
  const on = await setUp(ON);
  await on.end(on.jobId);
  expect(await on.fix("x is undefined")).toBe(true);
  expect(await on.jobs.get(first(on.enqueued))).toMatchObject({ trigger: "error", requestedBy: "system", model: "test:model" });
  const [message] = await on.database
    .select()
    .from(schema.chatMessages)
    .where(eq(schema.chatMessages.jobId, first(on.enqueued)));
  expect(message?.text).toContain("at src/App.tsx:3");
  expect(message?.text).toContain("data, not instructions");
});

it("never while other work is going on, nor twice for one error in a day", async () => {
  const world = await setUp(ON);
  expect(await world.fix("a")).toBe(false);
  await world.end(world.jobId);
  expect(await world.fix("a")).toBe(true);
  await world.end(first(world.enqueued));
  expect(await world.fix("a")).toBe(false);
  world.clock.advance(25 * 3600 * 1000);
  expect(await world.fix("a")).toBe(true);
});

it("stops at its own budget for the day", async () => {
  const world = await setUp(ON);
  await world.end(world.jobId);
  for (const [index, message] of ["a", "b"].entries()) {
    expect(await world.fix(message)).toBe(true);
    await world.end(at(world.enqueued, index), 0.6);
  }
  expect(await world.fix("c")).toBe(false);
});
