import type { Deployment } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi } from "../../../testing/api.ts";
import { inWorkspace } from "../../../testing/in-workspace.tsx";
import { DeploymentList } from "./DeploymentList.tsx";

const api = fakeApi();
const LIST = "GET /api/projects/p1/deployments";

const deployment = (id: string, version: number, status: Deployment["status"]): Deployment => ({
  id,
  kind: "production",
  provider: "edge",
  version,
  status,
  url: "https://fleet.apps.example",
  by: "Ada",
  rollbackTo: null,
  error: null,
  stopping: false,
  createdAt: "2026-11-02T09:00:00.000Z",
  finishedAt: "2026-11-02T09:00:02.000Z",
});
const ITEMS = [deployment("dep_2", 2, "live"), deployment("dep_1", 1, "superseded")];

test("one that was live is gone back to at one press, if the rows lose nothing by it", async () => {
  api.answer({
    [LIST]: { items: ITEMS, cursor: null },
    "GET /api/projects/p1/deployments/dep_1/plan": { steps: [] },
    "POST /api/projects/p1/deployments/dep_1/rollback": deployment("dep_3", 1, "queued"),
  });
  const { getByRole } = await inWorkspace(<DeploymentList />, { role: "admin" });
  await getByRole("button", { name: "Roll back" }).click();
  await expect.poll(() => api.asked.findLast(({ path }) => path.endsWith("/rollback"))?.body).toEqual({ accepts: [] });
});

test("what the rows would lose by it is asked first", async () => {
  const says = "Colour is removed: 2 values.";
  api.answer({
    [LIST]: { items: ITEMS, cursor: null },
    "GET /api/projects/p1/deployments/dep_1/plan": { steps: [{ key: "cars.colour removed", effect: "lossy", says, misfits: [] }] },
    "POST /api/projects/p1/deployments/dep_1/rollback": deployment("dep_3", 1, "queued"),
  });
  const { getByRole, getByText } = await inWorkspace(<DeploymentList />, { role: "admin" });
  await getByRole("button", { name: "Roll back" }).click();
  await expect.element(getByText(/Colour is removed/)).toBeVisible();
  await getByRole("button", { name: "Roll back to v1" }).click();
  await expect.poll(() => api.asked.findLast(({ path }) => path.endsWith("/rollback"))?.body).toEqual({ accepts: ["cars.colour removed"] });
});

test("its log is a press away; of none there is said what publishing does", async () => {
  api.answer({
    [LIST]: { items: ITEMS, cursor: null },
    "GET /api/projects/p1/deployments/dep_2/log": { items: [{ at: "2026-11-02T09:00:01.000Z", says: "Live at its address" }] },
  });
  const { getByRole, getByText, unmount } = await inWorkspace(<DeploymentList />);
  await getByRole("button", { name: /v2/ }).click();
  await expect.element(getByText("Live at its address")).toBeVisible();
  await unmount();
  api.answer({ [LIST]: { items: [], cursor: null } });
  await expect.element((await inWorkspace(<DeploymentList />)).getByText("Not published yet")).toBeVisible();
});
