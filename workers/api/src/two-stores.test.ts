/** What the database has decided gets to everything else that must learn of it, though whoever decided it died right after. See decision 0024. */
import { sweepOutbox } from "@edgewright/chat";
import type { SentMessage } from "@edgewright/contracts";
import { apiWorld, projectWithVersion, type TestPerson } from "@edgewright/testing/api-world";
import { describe, expect, test, vi } from "vitest";

const world = await apiWorld();
const sweep = () => sweepOutbox(world.services.outboxDeps, { olderThanMs: 0, limit: 100 });
const json = async <T>(response: Response) => (await response.json()) as T;
const pictures = () => [...world.bucket.kept.keys()].filter((key) => key.startsWith("pictures/"));

/** A job that waits in a project of its own, whose stream cannot be told to stop it. */
async function unstoppable(ada: TestPerson) {
  const project = await projectWithVersion(world, ada);
  const sent = await json<SentMessage & { sessionId: string }>(
    await ada.call("POST", `/api/projects/${project.id}/sessions`, { text: "A list" }),
  );
  const stream = world.streamOf(sent.sessionId);
  const cancel = stream.cancel.bind(stream);
  stream.cancel = async () => Promise.reject(new Error("the worker was stopped"));
  const reachable = () => {
    stream.cancel = cancel;
  };
  const status = async () => (await world.jobs.get(sent.jobId))?.status;
  return { project, jobId: sent.jobId, stream, reachable, status };
}

describe("an open job is stopped when", () => {
  const deletions: Record<string, (ada: TestPerson, projectId: string) => Promise<unknown>> = {
    "its project is deleted": (ada, projectId) => ada.call("DELETE", `/api/projects/${projectId}`),
    "its organization is deleted": (ada) => ada.call("DELETE", `/api/orgs/${ada.organizationId}`, { name: "Acme" }),
    "the account is deleted": (ada) => ada.call("DELETE", "/api/me", { email: ada.email }),
  };

  test.each(Object.entries(deletions))("%s, though the worker died before it told the stream", async (what, remove) => {
    vi.spyOn(console, "error").mockReturnValue();
    const ada = await world.person("Ada");
    if (what.includes("organization")) {
      const { id } = await json<{ id: string }>(await ada.call("POST", "/api/orgs", { name: "Acme" }));
      await ada.call("POST", `/api/orgs/${id}/switch`);
      ada.organizationId = id;
    }
    const { project, jobId, stream, reachable, status } = await unstoppable(ada);
    await remove(ada, project.id);
    await world.settled().catch(() => {});
    expect(await status()).toBe("queued");
    reachable();
    await sweep();
    expect(await status()).toBe("cancelled");
    expect(await stream.begin(jobId)).toEqual({ state: "finished" });
    // Told a second time, nothing happens.
    await sweep();
    expect(await world.database.query.outbox.findMany()).toEqual([]);
  });
});

test("a workspace follows the version that is current, though the worker died before it told it", async () => {
  const ada = await world.person("Ada");
  const { id } = await projectWithVersion(world, ada);
  await sweep();
  world.followed.length = 0;
  const saved = { parent: 1, changes: [{ path: "src/App.tsx", text: "two\n" }] };
  expect((await ada.call("POST", `/api/projects/${id}/versions`, saved)).status).toBeLessThan(300);
  await sweep();
  await sweep();
  expect(world.followed).toEqual([id]);
});

test("pictures that nobody shows any more go, though the worker died before it removed them", async () => {
  const ada = await world.person("Ada");
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const set = () => ada.call("PUT", "/api/me/picture", new Blob([png], { type: "image/png" }));
  const remove = vi.spyOn(world.services.pictures, "remove").mockResolvedValue();
  await set();
  await set();
  await world.settled();
  expect(pictures()).toHaveLength(2);
  remove.mockRestore();
  await sweep();
  expect(pictures()).toHaveLength(1);
  vi.spyOn(world.services.pictures, "remove").mockResolvedValueOnce();
  expect((await ada.call("DELETE", "/api/me", { email: ada.email })).status).toBe(200);
  await world.settled();
  expect(pictures()).toHaveLength(1);
  await sweep();
  expect(pictures()).toEqual([]);
});
