import type { AuditProof } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inPage } from "../../testing/in-page.tsx";
import { CheckButton, CheckResult, useCheck } from "./CheckLog.tsx";

const api = fakeApi();
const VERIFY = "GET /log/verify";
const proof = (more: Partial<AuditProof>): AuditProof => ({
  ok: true,
  rows: 10,
  waiting: 0,
  from: 1,
  to: 20,
  faults: [],
  next: null,
  ...more,
});

function Checked() {
  const { busy, checked, failure, check } = useCheck("/log");
  return (
    <>
      <CheckButton busy={busy} check={check} />
      <CheckResult checked={checked} failure={failure} />
    </>
  );
}

const press = async () => {
  const screen = await inPage(<Checked />);
  await screen.getByRole("button", { name: "Check the log" }).click();
  return screen;
};

test("a long log is checked in several requests, which add up", async () => {
  const parts = [proof({ next: 10 }), proof({ waiting: 2 })];
  api.answer({ [VERIFY]: () => parts.shift() });
  const { getByText } = await press();
  await expect.element(getByText("No line was altered or removed")).toBeVisible();
  await expect.element(getByText(/20 lines checked.*2 lines will be sealed/)).toBeVisible();
  expect(api.asked.map(({ path }) => path)).toEqual(["/log/verify", "/log/verify?from=10"]);
});

test("a fault in an early part is not forgotten for the later ones", async () => {
  const parts = [
    proof({ ok: false, next: 10, faults: [{ number: 3, id: "aud_3", kind: "altered", says: "Line 3 was altered." }] }),
    proof({}),
  ];
  api.answer({ [VERIFY]: () => parts.shift() });
  const { getByText } = await press();
  await expect.element(getByText("The log is not what was written")).toBeVisible();
  await expect.element(getByText(/Line 3 was altered\./)).toBeVisible();
  await expect.poll(() => api.asked.length).toBe(2);
});

test("a check that could not go on says so, and can be pressed again", async () => {
  let tries = 0;
  api.answer({ [VERIFY]: () => (++tries === 1 ? refused(503, { code: "unavailable", detail: "Not now." }) : proof({})) });
  const { getByText, getByRole } = await press();
  await expect.element(getByText("The log could not be checked")).toBeVisible();
  await getByRole("button", { name: "Check the log" }).click();
  await expect.element(getByText("No line was altered or removed")).toBeVisible();
});
