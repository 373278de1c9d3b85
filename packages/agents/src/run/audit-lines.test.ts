/** What a job writes is in the audit log: once, by the agent, for whoever asked. */
import { type ScriptedTurn, scriptedModel } from "@edgewright/testing";
import { dyingAt, jobWorld, LIST_APP } from "@edgewright/testing/job-world";
import { expect, test } from "vitest";
import { runJob } from "./run-job.ts";

const ASK: ScriptedTurn = {
  calls: [
    { tool: "ask", input: { text: "One question.", questions: [{ id: "who", text: "Who?", kind: "text", options: [], suggested: [] }] } },
  ],
};

const linesOf = async ({ database }: Awaited<ReturnType<typeof jobWorld>>) =>
  (await database.query.auditLog.findMany({ orderBy: (line, { asc }) => asc(line.id) })).filter(({ actorKind }) => actorKind === "agent");

test("its questions, its version, the name that this gives the project and its end have a line each, by the agent, for the person who asked", async () => {
  const world = await jobWorld(scriptedModel([ASK, ...LIST_APP]));
  const message = await world.say("A list, please");
  await runJob(world.deps, message);
  await world.stream.answer({ jobId: message.jobId, kind: "questions", result: { who: "Me" }, events: [] });
  expect(await runJob(world.deps, message)).toBe("finished");
  const lines = await linesOf(world);
  expect(lines.map(({ action }) => action)).toEqual(["questions.asked", "version.saved", "project.updated", "job.finished"]);
  const job = await world.jobs.get(message.jobId);
  for (const line of lines) {
    expect(line).toMatchObject({
      actorId: message.jobId,
      actorName: "Edgewright",
      personId: job?.requestedBy,
      scope: world.organizationId,
    });
    expect(line.projectId).toBe(world.project.id);
  }
  expect(lines.at(-1)).toMatchObject({ subject: message.jobId, detail: { status: "done", version: 1 } });
});

test("a consumer that dies anywhere is followed by one that writes no line twice", async () => {
  for (let fatal = 1; fatal < 50; fatal += 7) {
    const world = await jobWorld(scriptedModel([...LIST_APP, ...LIST_APP]));
    const message = await world.say("A list, please");
    await runJob(dyingAt(fatal, world.deps), message).catch(() => {});
    world.clock.advance(120_000);
    await runJob(world.deps, message);
    const actions = (await linesOf(world)).map(({ action }) => action);
    expect(actions).toEqual(["version.saved", "project.updated", "job.finished"]);
  }
});
