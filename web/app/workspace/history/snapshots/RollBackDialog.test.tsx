import type { Snapshot, SnapshotDetail } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi, refused } from "../../../testing/api.ts";
import { inWorkspace } from "../../../testing/in-workspace.tsx";
import { RollBackDialog } from "./RollBackDialog.tsx";

const api = fakeApi();
const DETAIL = "GET /api/projects/p1/snapshots/s1";
const TAKE = "POST /api/projects/p1/snapshots/s1/rollback";
const UNDO = "POST /api/projects/p1/snapshots/s2/rollback";

const SNAPSHOT: Snapshot = {
  id: "s1",
  at: "2026-11-02T09:00:00.000Z",
  reason: "by_hand",
  note: "Before the prices",
  by: "Ada",
  version: 3,
  name: "Fleet",
  tables: 1,
  deployments: [],
  parts: { code: true, data: true, settings: true },
};
const CHANGES: SnapshotDetail["changes"] = {
  code: { from: 5, to: 3, files: 2 },
  data: [{ name: "cars", label: "Cars", now: 12, was: 9 }],
  settings: [],
};
const detail = (alone: SnapshotDetail["alone"]): SnapshotDetail => ({ ...SNAPSHOT, changes: CHANGES, alone });
const FITS = detail({ code: null, data: null });

const draw = async () => {
  let closed = 0;
  let done = 0;
  const screen = await inWorkspace(<RollBackDialog snapshot={SNAPSHOT} onClose={() => closed++} onDone={() => done++} />, {
    role: "admin",
  });
  const part = (name: string) => screen.getByRole("checkbox", { name: new RegExp(`^${name}`) });
  return { ...screen, part, closed: () => closed, done: () => done, go: screen.getByRole("button", { name: "Roll back" }) };
};

test("what would change is chosen at first, taken back, and can be undone", async () => {
  api.answer({
    [DETAIL]: FITS,
    [TAKE]: { parts: ["code", "data"], version: 6, undo: "s2", says: ["Cars keeps its colours."] },
    [UNDO]: { parts: ["code", "data"], version: 7, undo: "s3", says: [] },
  });
  const { go, part, getByText, getByRole, done } = await draw();
  await expect.element(part("Code")).toBeChecked();
  await expect.element(part("Name and settings")).toHaveAttribute("aria-disabled", "true");
  await go.click();
  await expect.element(getByText("Rolled back: code and data.")).toBeVisible();
  await expect.element(getByText("Cars keeps its colours.")).toBeVisible();
  await getByRole("button", { name: "Undo" }).click();
  await expect.element(getByText("Undone: code and data.")).toBeVisible();
  expect(api.asked.slice(1).map(({ body }) => body)).toEqual([{ parts: ["code", "data"] }, { parts: ["code", "data"] }]);
  expect(done()).toBe(2);
});

test("parts that do not fit alone are taken back together", async () => {
  api.answer({ [DETAIL]: detail({ code: { says: [], refused: "The rows of today have no plate." }, data: null }) });
  const { go, part, getByRole, getByText } = await draw();
  await part("Data").click();
  await expect.element(getByText("The rows of today have no plate.")).toBeVisible();
  await expect.element(go).toHaveAccessibleDescription("These parts do not fit together.");
  await getByRole("button", { name: "Take both back" }).click();
  await expect.element(part("Data")).toBeChecked();
  await expect.element(go).not.toHaveAttribute("aria-disabled");
});

test("at least one part is chosen", async () => {
  api.answer({ [DETAIL]: FITS });
  const { go, part } = await draw();
  await part("Code").click();
  await part("Data").click();
  await expect.element(go).toHaveAccessibleDescription("Choose at least one part.");
});

test("a rollback that is refused says why, and the choice stays", async () => {
  api.answer({ [DETAIL]: FITS, [TAKE]: () => refused(409, { code: "conflict", detail: "A job is at work.", next: "Wait for it." }) });
  const { go, part, getByRole, done } = await draw();
  await part("Data").click();
  await go.click();
  await expect.element(getByRole("alert")).toMatchTextContent("A job is at work.");
  await expect.element(part("Data")).not.toBeChecked();
  expect(done()).toBe(0);
});
