import type { Version } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace, message, VERSION } from "../../testing/in-workspace.tsx";
import { emptySession } from "../stream/state.ts";
import { VersionRow } from "./VersionRow.tsx";

const api = fakeApi();
const RESTORE = "POST /api/projects/p1/versions/1/restore";
const OLD: Version = { ...VERSION, isCurrent: false, message: "First version", messageId: "m1" };
const NEXT: Version = { ...VERSION, number: 2, restoredFrom: 1 };

const draw = async (version: Version, role: "editor" | "viewer" = "editor") => {
  const session = { ...emptySession, messages: { m1: message("m1", "Track our cars\nand their repairs") } };
  const screen = await inWorkspace(<VersionRow version={version} />, { role, session, at: "/?tab=history" });
  return { ...screen, restore: screen.getByRole("button", { name: "Restore" }) };
};

test("a version is known by the first line of the message that made it", async () => {
  const { getByText } = await draw(OLD);
  await expect.element(getByText("Track our cars", { exact: true })).toBeVisible();
});

test("an older version is made the live one again", async () => {
  api.answer({ [RESTORE]: { outcome: "saved", version: NEXT, current: true, findings: [] } });
  const { restore, getByText } = await draw(OLD);
  await restore.click();
  await expect.element(getByText("v1 is live again, as v2.")).toBeVisible();
});

test("one that no longer passes its checks is kept as a draft, one that is refused says why", async () => {
  let tries = 0;
  const failing = { outcome: "saved", version: { ...NEXT, status: "draft" }, current: false, findings: [{}, {}] };
  api.answer({ [RESTORE]: () => (++tries === 1 ? failing : refused(409, { code: "conflict", detail: "A job is at work." })) });
  const { restore, getByText } = await draw(OLD);
  await restore.click();
  await expect.element(getByText(/no longer passes its checks \(2 found\)/)).toBeVisible();
  await restore.click();
  await expect.element(getByText("A job is at work.")).toBeVisible();
});

test("it is looked at in the preview", async () => {
  const { getByRole, place } = await draw(OLD);
  await getByRole("button", { name: "Look at it" }).click();
  await expect.poll(place).toContain("version=1");
});

test("a draft says why it stayed one; the live one and a viewer's have nothing to restore", async () => {
  const findings = [
    { file: "src/App.tsx", line: 3, column: 1, code: "TS2304", message: "Cannot find name 'x'.", severity: "error" as const },
  ];
  const drafted = await draw({ ...OLD, status: "draft", findings } as Version);
  await drafted.getByRole("button", { name: /First version/ }).click();
  await expect.element(drafted.getByText("Why it stayed a draft")).toBeVisible();
  await expect.element(drafted.restore).not.toBeInTheDocument();
  await drafted.unmount();
  const live = await draw(VERSION);
  await expect.element(live.restore).not.toBeInTheDocument();
  await live.unmount();
  const looked = await draw(OLD, "viewer");
  await expect.element(looked.restore).toHaveAttribute("aria-disabled", "true");
});
