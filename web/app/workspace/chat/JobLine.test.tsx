import { expect, test } from "vitest";
import { fakeApi } from "../../testing/api.ts";
import { inWorkspace, job } from "../../testing/in-workspace.tsx";
import type { JobCard, JobEnd } from "../stream/state.ts";
import { JobLine } from "./JobLine.tsx";

const api = fakeApi();
const FILE = { path: "src/App.tsx", state: "written", added: 4, removed: 1 } as unknown as JobCard["files"][number];
const CARD = { startedAt: 1000, endedAt: 4100, files: [FILE], version: { number: 1, parent: null, files: 30, merged: false } };

const draw = async (end: JobEnd, { brief = false, card = {} }: { brief?: boolean; card?: Partial<JobCard> } = {}) =>
  inWorkspace(<JobLine card={job("j1", { ...CARD, ...card })} end={end} brief={brief} />);

test("how a job ended stands in one line, with its time", async () => {
  const done = await draw({ kind: "done", version: 1 } as JobEnd);
  await expect.element(done.getByRole("button", { name: /v1 · 30 files.*3\.1 s/ })).toBeVisible();
  await done.unmount();
  const later = await draw({ kind: "done", version: 2 } as JobEnd, {
    card: { version: { number: 2, parent: 1, files: 30, merged: false } },
  });
  await expect.element(later.getByRole("button", { name: /v2 · 1 file changed.*3\.1 s/ })).toBeVisible();
  await later.unmount();
  const failed = await draw({ kind: "failed", error: { code: "checks_failed", message: "The app does not build." } } as JobEnd);
  await expect.element(failed.getByRole("button", { name: /Failed · The app does not build\./ })).toBeVisible();
  await failed.unmount();
  const stopped = await draw({ kind: "cancelled" } as JobEnd, { card: { files: [] } });
  await expect.element(stopped.getByRole("button", { name: /Stopped · no file changed/ })).toBeVisible();
});

test("a version that is not live any more can be restored from its line", async () => {
  api.answer({ "POST /api/projects/p1/versions/2/restore": { version: null, current: false, findings: [] } });
  const { getByRole } = await draw({ kind: "done", version: 2 } as JobEnd);
  await getByRole("button", { name: "Restore v2" }).click();
  await expect.poll(() => api.asked.map(({ path }) => path)).toEqual(["/api/projects/p1/versions/2/restore"]);
});

test("opened, a job that made no version shows its files, and one that did what it changed", async () => {
  const stopped = await draw({ kind: "cancelled" } as JobEnd);
  await stopped.getByRole("button", { name: /Stopped/ }).click();
  await expect.element(stopped.getByText("src/App.tsx")).toBeVisible();
  await stopped.unmount();
  const done = await draw({ kind: "done", version: 2 } as JobEnd, { card: { version: { number: 2, parent: 1, files: 1, merged: false } } });
  await done.getByRole("button", { name: /v2 ·/ }).click();
  await expect.poll(() => api.asked.map(({ path }) => path)).toEqual(["/api/projects/p1/versions/1/diff/2"]);
});
