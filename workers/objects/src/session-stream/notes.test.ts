/** What people change in a session is in the stream and in the database alike, with its line in the log once, whatever dies in between. */
import { newSession, postMessage } from "@edgewright/chat";
import type { Acting } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { createProject } from "@edgewright/projects";
import { freePlaces, memorySql, testWorld } from "@edgewright/testing";
import { describe, expect, it, vi } from "vitest";
import { Session } from "./session.ts";

vi.spyOn(console, "warn").mockReturnValue();

type Dies = { statement?: number; delivery?: "before" | "after" };

/** A session with a message at work and one that waits; it dies where `die` says, and another one takes over its SQLite. */
async function setUp() {
  const world = await testWorld();
  const made = await createProject(
    { ...world, uniqueSuffix: () => "x" },
    { organizationId: world.organizationId, origin: world.origin, name: "List" },
  );
  if (!made.ok) throw new Error(made.error.message);
  const project = made.value;
  const inner = memorySql();
  let dies: Dies = {};
  const sql: Sql = {
    ...inner,
    all: (query, ...values) => {
      if (dies.statement !== undefined && --dies.statement === 0) throw new Error("the object was stopped");
      return inner.all(query, ...values);
    },
  };
  const alarms: number[] = [];
  const open = () =>
    new Session({
      sql,
      clock: world.clock,
      places: freePlaces,
      send: async () => {},
      setAlarm: async (at) => void alarms.push(at),
      publish: () => {},
      notes: {
        async deliver(notes) {
          if (dies.delivery === "before") throw new Error("the object was stopped");
          await world.sessionNotes.deliver(notes);
          if (dies.delivery === "after") throw new Error("the object was stopped");
        },
      },
    });
  const session = open();
  const own = newSession(world.clock, project.id, world.origin.id);
  const say = async (text: string, isNew: boolean) => {
    const input = { project, session: own, isNew, text, model: "m", deliver: "queue" as const, origin: world.origin };
    const posted = await postMessage(world, input);
    if (!posted.ok) throw new Error(posted.error.message);
    await session.enqueue(posted.value.outbox.enqueue);
    return posted.value;
  };
  await say("First", true);
  const waits = await say("Second", false);
  const by: Acting = { organizationId: world.organizationId, origin: world.origin };
  const textInStream = () => inner.all<{ message: string }>("select message from jobs where job_id = ?", waits.jobId)[0]?.message;
  const textInDatabase = async () => (await world.messages.get(waits.messageId))?.text;
  const lines = async (action: string) => (await world.database.query.auditLog.findMany()).filter((line) => line.action === action);
  const die = (how: Dies) => {
    dies = how;
  };
  return { ...world, session, open, waits, by, alarms, textInStream, textInDatabase, lines, die };
}
type World = Awaited<ReturnType<typeof setUp>>;

/** Does it with a death at each statement, and at each side of its way to the database; another object then takes over. */
async function killedEverywhere(
  act: (at: World, session: Session) => Promise<unknown>,
  holds: (at: World, acted: boolean) => Promise<void>,
) {
  let died = 0;
  for (let statement = 1; ; statement++) {
    const at = await setUp();
    at.die({ statement });
    const outcome = await act(at, at.session).then(
      () => "acted",
      () => "died",
    );
    at.die({});
    await at.open().alarm();
    await holds(at, outcome === "acted");
    if (outcome === "acted") break;
    died++;
  }
  expect(died).toBeGreaterThan(5);
  for (const delivery of ["before", "after"] as const) {
    const at = await setUp();
    at.die({ delivery });
    await act(at, at.session);
    expect(at.alarms.length).toBeGreaterThan(0);
    at.die({});
    await at.open().alarm();
    await at.open().alarm();
    await holds(at, true);
  }
}

describe("a message that waits", () => {
  it("has one text when it is edited, wherever that dies", () =>
    killedEverywhere(
      ({ waits, by }, session) => session.amend({ jobId: waits.jobId, text: "Changed", by }),
      async (at, acted) => {
        const text = at.textInStream();
        expect(await at.textInDatabase()).toBe(text);
        if (acted) expect(text).toBe("Changed");
        expect(await at.lines("message.edited")).toHaveLength(text === "Changed" ? 1 : 0);
      },
    ));

  it("keeps the later of two texts when the earlier one comes a second time", async () => {
    const at = await setUp();
    const { jobId } = at.waits;
    at.die({ delivery: "after" });
    await at.session.amend({ jobId, text: "Once", by: at.by });
    await at.session.amend({ jobId, text: "Twice", by: at.by });
    at.die({});
    await at.open().alarm();
    expect([at.textInStream(), await at.textInDatabase()]).toEqual(["Twice", "Twice"]);
    expect(await at.lines("message.edited")).toHaveLength(2);
  });

  it("has ended in both when it is taken back, wherever that dies", () =>
    killedEverywhere(
      ({ waits, by }, session) => session.cancel(waits.jobId, by),
      async (at, acted) => {
        const job = await at.jobs.get(at.waits.jobId);
        const again = await at.session.cancel(at.waits.jobId);
        // In the stream it has ended if there is nothing left to stop.
        expect(job?.status === "cancelled").toBe(again === "unknown");
        if (acted) expect(job).toMatchObject({ status: "cancelled", finishedAt: expect.any(Number) });
        expect(await at.lines("job.cancelled")).toHaveLength(job?.status === "cancelled" ? 1 : 0);
      },
    ));
});
