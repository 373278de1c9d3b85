/** What people do with jobs that wait: answer them, change what is queued, go on from what was left. */

import { auditEntry } from "@edgewright/audit";
import { sweepOutbox } from "@edgewright/chat";
import type { CreatedProject, SentMessage } from "@edgewright/contracts";
import { apiWorld } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { describe, expect, test } from "vitest";

const world = await apiWorld();
const ada = await world.signUp("Ada");
const editor = await world.signUp("Eddie");
await world.join(editor, ada.organizationId, "editor");
const json = async <T>(response: Response) => (await response.json()) as T;
const questions = [
  { id: "who", text: "Who?", kind: "one" as const, options: ["Me", "Us"], suggested: ["Us"] },
  { id: "what", text: "What?", kind: "several" as const, options: ["A", "B"], suggested: [] },
];

async function started() {
  const made = await json<CreatedProject>(await ada.call("POST", "/api/projects", { prompt: "A list of books" }));
  return { projectId: made.project.id, sessionId: must(made.sessionId), jobId: must(made.jobId) };
}

/** A job that its consumer gave back to wait under `step`. */
async function waiting(step: string) {
  const made = await started();
  const stream = world.streamOf(made.sessionId);
  const begun = await stream.begin(made.jobId);
  if (begun.state !== "begun") throw new Error(begun.state);
  const asked = { id: `qst_${made.jobId.slice(4)}`, sessionId: made.sessionId, jobId: made.jobId, questions };
  const scope = ada.organizationId;
  const line = auditEntry(world.clock, world.origin, { scope, projectId: null, action: "questions.asked", subject: asked.id });
  if (step.startsWith("questions"))
    await world.questionings.ask({ ...asked, answers: null, brief: null, createdAt: world.clock.now(), answeredAt: null }, line);
  await stream.pause({ jobId: made.jobId, fence: begun.fence, step, events: [] });
  return { ...made, stream, path: `/api/sessions/${made.sessionId}/answers` };
}

const journalOf = async (stream: Awaited<ReturnType<typeof waiting>>["stream"], jobId: string) => {
  const begun = await stream.begin(jobId);
  return begun.state === "begun" ? begun.journal : begun.state;
};
const lastAudit = async () => (await world.database.query.auditLog.findMany()).at(-1);

describe("answers", () => {
  test("bring the job back, with what was left open left to the agent, and become a brief", async () => {
    const { path, jobId, stream } = await waiting("questions:1");
    const response = await ada.call("POST", path, { kind: "questions", jobId, answers: { what: ["A", "B"] } });
    expect(response.status).toBe(202);
    expect(await journalOf(stream, jobId)).toEqual([{ step: "questions:1", result: { who: null, what: ["A", "B"] } }]);
    expect((await world.questionings.ofJob(jobId))?.brief).toContain("What?\n→ A, B");
    expect(await lastAudit()).toMatchObject({ action: "questions.answered" });
    expect((await ada.call("POST", path, { kind: "questions", jobId, answers: {} })).status).toBe(409);
  });

  test("to a question that was not asked, or two to one of one, are refused and change nothing", async () => {
    const { path, jobId } = await waiting("questions:1");
    for (const answers of [{ nobody: "x" }, { who: ["Me", "Us"] }, { who: 7 }])
      expect((await ada.call("POST", path, { kind: "questions", jobId, answers })).status).toBe(400);
    expect((await world.questionings.ofJob(jobId))?.answers).toBeNull();
  });

  test("that were kept when the stream was out of reach are told again as they were", async () => {
    const { path, jobId, stream } = await waiting("questions:1");
    const tell = stream.answer.bind(stream);
    stream.answer = async () => Promise.reject(new Error("out of reach"));
    expect((await ada.call("POST", path, { kind: "questions", jobId, answers: { who: "Me" } })).status).toBe(500);
    stream.answer = tell;
    expect((await ada.call("POST", path, { kind: "questions", jobId, answers: { who: "Us" } })).status).toBe(202);
    expect(await journalOf(stream, jobId)).toMatchObject([{ result: { who: "Me", what: null } }]);
  });

  test("that were kept when the stream was out of reach come there by themselves, once", async () => {
    const { path, jobId, stream } = await waiting("questions:1");
    const tell = stream.answer.bind(stream);
    stream.answer = async (input) => {
      await tell(input);
      throw new Error("the answer to it was lost");
    };
    expect((await ada.call("POST", path, { kind: "questions", jobId, answers: { who: "Me" } })).status).toBe(500);
    stream.answer = async () => Promise.reject(new Error("out of reach"));
    await sweepOutbox(world.services.outboxDeps, { olderThanMs: 0, limit: 100 });
    stream.answer = tell;
    await sweepOutbox(world.services.outboxDeps, { olderThanMs: 0, limit: 100 });
    expect(await world.database.query.outbox.findMany()).toEqual([]);
    expect(await journalOf(stream, jobId)).toEqual([{ step: "questions:1", result: { who: "Me", what: null } }]);
  });

  test("that raise the month do so once, though the stream was out of reach and they were given again", async () => {
    const { path, jobId, stream } = await waiting("budget:3.0");
    await world.jobs.update(jobId, { status: "waiting" });
    const raises = async () =>
      (await world.database.query.auditLog.findMany()).filter(({ action, subject }) => action === "budget.raised" && subject === jobId);
    const tell = stream.answer.bind(stream);
    stream.answer = async () => Promise.reject(new Error("out of reach"));
    const given = { kind: "budget", jobId, scope: "organization" };
    expect((await ada.call("POST", path, given)).status).toBe(500);
    stream.answer = tell;
    expect((await ada.call("POST", path, given)).status).toBe(202);
    expect(await raises()).toHaveLength(1);
    expect(await journalOf(stream, jobId)).toEqual([{ step: "budget:3.0", result: { scope: "organization" } }]);
  });

  test("approve a plan as it was changed", async () => {
    const { path, jobId, stream } = await waiting("plan:2");
    const steps = [{ id: "2", title: "Only this", files: ["src/A.tsx"] }];
    expect((await ada.call("POST", path, { kind: "plan", jobId, steps: [...steps, ...steps] })).status).toBe(400);
    expect((await ada.call("POST", path, { kind: "plan", jobId, steps })).status).toBe(202);
    expect(await journalOf(stream, jobId)).toEqual([{ step: "plan:2", result: { steps } }]);
  });

  test("let a job spend more; the organization's month only by an administrator", async () => {
    const { path, jobId, stream } = await waiting("budget:3.0");
    expect((await editor.call("POST", path, { kind: "budget", jobId, scope: "organization" })).status).toBe(403);
    expect((await editor.call("POST", path, { kind: "budget", jobId, scope: "job" })).status).toBe(202);
    expect(await journalOf(stream, jobId)).toEqual([{ step: "budget:3.0", result: { scope: "job" } }]);
  });

  test("are only for a job of that conversation", async () => {
    const { path } = await waiting("plan:1");
    const other = await waiting("plan:1");
    const steps = [{ id: "1", title: "x", files: [] }];
    expect((await ada.call("POST", path, { kind: "plan", jobId: other.jobId, steps })).status).toBe(404);
  });
});

describe("a message that waits", () => {
  test("is changed in its text, its place and its delivery, until the agent takes it up", async () => {
    const { sessionId, jobId } = await started();
    const send = async (text: string) =>
      json<SentMessage>(await ada.call("POST", `/api/sessions/${sessionId}/messages`, { text, deliver: "queue" }));
    const [second, third] = [await send("Second"), await send("Third")];
    const change = { text: " First of all ", before: second.jobId, deliver: "steer" };
    expect((await ada.call("PATCH", `/api/jobs/${third.jobId}`, change)).status).toBe(200);
    expect((await world.messages.get(third.messageId))?.text).toBe("First of all");
    expect(await lastAudit()).toMatchObject({ action: "message.edited" });
    const events = await world.streamOf(sessionId).read({ after: 0, limit: 99 });
    expect(events.at(-1)).toMatchObject({
      type: "queue.changed",
      data: {
        waiting: [
          { jobId: third.jobId, deliver: "steer" },
          { jobId: second.jobId, deliver: "queue" },
        ],
      },
    });
    expect((await ada.call("PATCH", `/api/jobs/${third.jobId}`, { text: "  " })).status).toBe(422);
    expect((await ada.call("PATCH", `/api/jobs/${jobId}`, { text: "Too late" })).status).toBe(409);
  });
});

describe("a job that ended early", () => {
  test("is gone on with as a new one that knows what it goes on from", async () => {
    const { jobId } = await started();
    expect((await ada.call("POST", `/api/jobs/${jobId}/continue`)).status).toBe(409);
    await ada.call("POST", `/api/jobs/${jobId}/cancel`);
    const again = await json<SentMessage>(await ada.call("POST", `/api/jobs/${jobId}/continue`));
    expect(await world.jobs.get(again.jobId)).toMatchObject({ continues: jobId, status: "queued" });
    expect(await lastAudit()).toMatchObject({ action: "job.continued", subject: again.jobId });
  });
});

test("a project's settings change one by one and are kept", async () => {
  const { projectId } = await started();
  const path = `/api/projects/${projectId}`;
  await ada.call("PATCH", path, { settings: { planApproval: "ask", fixRounds: 1 } });
  const changed = await ada.call("PATCH", path, { settings: { autoFix: true } });
  expect(await json(changed)).toMatchObject({
    settings: { planApproval: "ask", fixRounds: 1, autoFix: true, autoFixBudget: 1, model: null },
  });
  expect((await ada.call("PATCH", path, { settings: { fixRounds: 99 } })).status).toBe(400);
});
