/** Sessions, messages, events, the live stream, and what a person does with jobs. */

import type { CreatedProject, EventPage, SentMessage, Session } from "@edgewright/contracts";
import { last } from "@edgewright/core";
import { apiWorld } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";

const world = await apiWorld();
const ada = await world.signUp("Ada");
const json = async <T>(response: Response) => (await response.json()) as T;
const started = async (prompt = "A list of books") => {
  const made = await json<CreatedProject>(await ada.call("POST", "/api/projects", { prompt }));
  return { projectId: made.project.id, sessionId: must(made.sessionId), jobId: must(made.jobId) };
};

test("a message is stored and queued before it is answered", async () => {
  const { sessionId, jobId } = await started();
  const response = await ada.call("POST", `/api/sessions/${sessionId}/messages`, { text: "  Add a title  " });
  expect(response.status).toBe(202);
  const sent = await json<SentMessage>(response);
  const session = await json<Session>(await ada.call("GET", `/api/sessions/${sessionId}`));
  expect(session.messages.map(({ role, text }) => [role, text])).toEqual([
    ["user", "A list of books"],
    ["user", "Add a title"],
  ]);
  expect(session.openJobs).toEqual([jobId, sent.jobId]);
});

test.each([
  ["", "prompt_empty"],
  ["x".repeat(100_000), "prompt_too_long"],
])("a message of a size that cannot be is refused (%#)", async (text, code) => {
  const { sessionId } = await started();
  const response = await ada.call("POST", `/api/sessions/${sessionId}/messages`, { text });
  expect([response.status, (await json<{ code: string }>(response)).code]).toEqual([422, code]);
});

test("a conversation starts with a message or empty", async () => {
  const { projectId } = await started();
  const path = `/api/projects/${projectId}/sessions`;
  const talking = await ada.call("POST", path, { text: "Make it blue" });
  expect(talking.status).toBe(201);
  expect(await json(talking)).toMatchObject({ sessionId: expect.stringMatching(/^ses_/), jobId: expect.stringMatching(/^job_/) });
  const empty = await json<{ sessionId: string; jobId: null }>(await ada.call("POST", path));
  expect(empty.jobId).toBeNull();
  expect(await json(await ada.call("GET", `/api/sessions/${empty.sessionId}`))).toMatchObject({ messages: [], openJobs: [] });
});

test("events come in pages that say whether there are more", async () => {
  const { sessionId } = await started();
  await ada.call("POST", `/api/sessions/${sessionId}/messages`, { text: "More" });
  const path = `/api/sessions/${sessionId}/events`;
  const first = await json<EventPage>(await ada.call("GET", `${path}?after=0&limit=3`));
  expect(first.events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(first.seq).toBe(4);
  const second = await json<EventPage>(await ada.call("GET", `${path}?after=3`));
  expect([second.events.length, second.seq]).toEqual([1, 4]);
  expect(await json(await ada.call("GET", `${path}?after=4`))).toEqual({ events: [], seq: 4 });
  expect((await ada.call("GET", `${path}?after=-1`)).status).toBe(400);
});

test("the stream is answered by the session's object, which gets no cookie", async () => {
  const { sessionId } = await started();
  const headers = { "last-event-id": "7", accept: "text/event-stream" };
  const response = await ada.call("GET", `/api/sessions/${sessionId}/stream?after=2`, undefined, headers);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const request = last(world.streamRequests);
  expect(new URL(request.url).searchParams.get("after")).toBe("2");
  expect(request.headers.get("last-event-id")).toBe("7");
  expect(request.headers.get("cookie")).toBeNull();
});

test("a queued job is stopped at once, and only once", async () => {
  const { sessionId, jobId } = await started();
  expect(await json(await ada.call("POST", `/api/jobs/${jobId}/cancel`))).toMatchObject({ status: "cancelled" });
  const log = await world.database.query.auditLog.findMany();
  expect(log.at(-1)).toMatchObject({ action: "job.cancelled", subject: jobId });
  expect((await world.streamOf(sessionId).read({ after: 0, limit: 9 })).at(-1)?.type).toBe("job.cancelled");
  expect((await ada.call("POST", `/api/jobs/${jobId}/cancel`)).status).toBe(409);
});

test("a running job is told to stop and ends by itself", async () => {
  const { sessionId, jobId } = await started();
  const begun = await world.streamOf(sessionId).begin(jobId);
  if (begun.state !== "begun") throw new Error(begun.state);
  const answer = await ada.call("POST", `/api/jobs/${jobId}/cancel`);
  expect([answer.status, (await json<{ status: string }>(answer)).status]).toEqual([200, "queued"]);
  expect(await world.streamOf(sessionId).renew({ jobId, fence: begun.fence })).toMatchObject({ cancelled: true });
});

test("a job whose news is still in the outbox is stopped too, and stays stopped", async () => {
  const { sessionId } = await started();
  const stream = world.streamOf(sessionId);
  const enqueue = stream.enqueue.bind(stream);
  stream.enqueue = async () => Promise.reject(new Error("out of reach"));
  const sent = await json<SentMessage>(await ada.call("POST", `/api/sessions/${sessionId}/messages`, { text: "Lost" }));
  stream.enqueue = enqueue;
  expect(await json(await ada.call("POST", `/api/jobs/${sent.jobId}/cancel`))).toMatchObject({ status: "cancelled" });
  expect(await stream.begin(sent.jobId)).toEqual({ state: "finished" });
});

test("an ended job is tried again as a new one; an open one is not", async () => {
  const { jobId } = await started();
  expect((await ada.call("POST", `/api/jobs/${jobId}/retry`)).status).toBe(409);
  await ada.call("POST", `/api/jobs/${jobId}/cancel`);
  const response = await ada.call("POST", `/api/jobs/${jobId}/retry`);
  expect(response.status).toBe(202);
  const again = await json<SentMessage>(response);
  expect(again.jobId).not.toBe(jobId);
  expect(await world.jobs.get(again.jobId)).toMatchObject({ status: "queued", messageId: again.messageId });
});
