import { env, runDurableObjectAlarm } from "cloudflare:test";
import type { JobScheduleRpc, SessionStreamRpc } from "@edgewright/contracts";
import { expect, it } from "vitest";

const stub = env.JOB_SCHEDULE.get(env.JOB_SCHEDULE.idFromName("all"));
const schedule = stub as unknown as JobScheduleRpc;

it("a session without a place says how many wait before it, and its job goes to the queue when a place is free", async () => {
  for (let number = 0; number < Number(env.JOBS_AT_ONCE); number++)
    expect(await schedule.ask({ jobId: `job_${number}`, sessionId: "ses_none", organizationId: "org_1" })).toBe(0);
  const session = env.SESSION_STREAM.get(env.SESSION_STREAM.idFromName("ses_late")) as unknown as SessionStreamRpc;
  const job = { jobId: "job_late", sessionId: "ses_late", projectId: "prj_1", organizationId: "org_2", messageId: "msg_1", text: "Wish" };
  await session.enqueue({ ...job, deliver: "queue", events: [{ type: "job.queued", data: { messageId: "msg_1", deliver: "queue" } }] });
  const places = async () =>
    (await session.read({ after: 0, limit: 10 })).flatMap((event) => (event.type === "job.placed" ? [event.data.place] : []));
  expect(await places()).toEqual([1]);
  expect(await session.begin("job_late")).toEqual({ state: "busy" });
  await schedule.release("job_0");
  await runDurableObjectAlarm(stub);
  await expect.poll(places).toEqual([0]);
  expect(await session.begin("job_late")).toMatchObject({ state: "begun", fence: 1 });
});
