import type { Invite } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inPage } from "../../testing/in-page.tsx";
import { InviteRow } from "./InviteRow.tsx";

const api = fakeApi();
const RESEND = "POST /invites/i1/resend";
const REVOKE = "DELETE /invites/i1";
const INVITE: Invite = {
  id: "i1",
  email: "bea@example.test",
  role: "editor",
  invitedBy: "Ada Byron",
  createdAt: "2026-11-02T09:00:00.000Z",
  expiresAt: "2026-11-09T09:00:00.000Z",
  expired: false,
  uses: 0,
};

async function draw(invite: Partial<Invite> = {}, role: "admin" | "viewer" = "admin") {
  const changes: (Invite | "revoked")[] = [];
  const own = { ...INVITE, ...invite };
  const screen = await inPage(
    <InviteRow path="/invites" invite={own} onChanged={(now) => changes.push(now)} onRevoked={() => changes.push("revoked")} />,
    { role },
  );
  return { ...screen, changes, press: (name: string) => screen.getByRole("button", { name }).click() };
}

test("an invite is sent again, and the list has its new end", async () => {
  const later = { ...INVITE, expiresAt: "2026-11-16T09:00:00.000Z" };
  api.answer({ [RESEND]: { invite: later, link: "https://x.example/i", mailed: true } });
  const { press, getByText, changes } = await draw();
  await press("Send again to bea@example.test");
  await expect.element(getByText("Sent again to bea@example.test. The former link no longer works.")).toBeVisible();
  expect(changes).toEqual([later]);
});

test("where the mail could not be sent, the link is shown to hand on", async () => {
  api.answer({ [RESEND]: { invite: INVITE, link: "https://x.example/i", mailed: false } });
  const { press, getByText, getByRole } = await draw();
  await press("Send again to bea@example.test");
  await expect.element(getByText(/The mail could not be sent/)).toBeVisible();
  await expect.element(getByRole("button", { name: "Copy link" })).toBeVisible();
});

test("a link is replaced by another, which is shown once", async () => {
  api.answer({ [RESEND]: { invite: { ...INVITE, email: null }, link: "https://x.example/i", mailed: false } });
  const { press, getByText } = await draw({ email: null, uses: 3 });
  await expect.element(getByText(/3 joined by it/)).toBeVisible();
  await press("New link in place of this one");
  await expect.element(getByText(/A new link is made/)).toBeVisible();
});

test("what is taken back is gone from the list; what could not be says why and stays", async () => {
  let tries = 0;
  api.answer({
    [REVOKE]: () => (++tries === 1 ? refused(503, { code: "unavailable", detail: "Not now." }) : new Response(null, { status: 204 })),
  });
  const { press, getByText, changes } = await draw();
  await press("Revoke the invite of bea@example.test");
  await expect.element(getByText(/Not now\./)).toBeVisible();
  expect(changes).toEqual([]);
  await press("Revoke the invite of bea@example.test");
  await expect.poll(() => changes).toEqual(["revoked"]);
});

test("a viewer can do neither", async () => {
  const { getByRole } = await draw({}, "viewer");
  await expect.element(getByRole("button", { name: "Send again to bea@example.test" })).toHaveAttribute("aria-disabled", "true");
  await getByRole("button", { name: "Revoke the invite of bea@example.test" }).click({ force: true });
  expect(api.asked).toEqual([]);
});
