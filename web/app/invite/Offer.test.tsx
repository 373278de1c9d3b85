import type { InviteOffer } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi, refused } from "../testing/api.ts";
import { inPage } from "../testing/in-page.tsx";
import { Offer } from "./Offer.tsx";

const api = fakeApi();
const ACCEPT = "POST /api/invites/accept";
const OFFER: InviteOffer = {
  organization: { name: "Acme" },
  role: "editor",
  invitedBy: "Ada Byron",
  email: "bea@example.test",
  expiresAt: "2026-11-09T09:00:00.000Z",
  state: "ready",
};

const draw = (offer: Partial<InviteOffer>, signedInAs: string | null = "bea@example.test") =>
  inPage(<Offer offer={{ ...OFFER, ...offer }} secret="s3cret" signedInAs={signedInAs} />);

test("who has no account yet is led through one, and back", async () => {
  const { getByRole } = await draw({ state: "sign_in" }, null);
  const back = `next=${encodeURIComponent("/invite?secret=s3cret")}`;
  await expect.element(getByRole("link", { name: "Create an account" })).toHaveAttribute("href", `/sign-up?${back}`);
  await expect.element(getByRole("link", { name: "Sign in" })).toHaveAttribute("href", `/sign-in?${back}`);
});

test("joining that is refused says why, and can be tried again", async () => {
  let tries = 0;
  api.answer({
    [ACCEPT]: () => (++tries === 1 ? refused(410, { code: "gone", detail: "The invitation has ended." }) : { organization: { id: "o1" } }),
  });
  const { getByRole, getByText } = await draw({});
  const join = getByRole("button", { name: "Join Acme" });
  await join.click();
  await expect.element(getByText("The invitation has ended.")).toBeVisible();
  await join.click();
  await expect.poll(() => api.asked.at(-1)).toEqual({ method: "POST", path: "/api/orgs/o1/switch", body: {} });
});

test("signed in as somebody else, one is told for whom it is, and cannot join", async () => {
  const { getByRole, getByText } = await draw({ state: "wrong_account" }, "cy@example.test");
  await expect.element(getByText(/The invitation is for bea@example.test. You are signed in as cy@example.test./)).toBeVisible();
  await expect.element(getByRole("button", { name: "Join Acme" })).not.toBeInTheDocument();
});

test("a member opens the organization", async () => {
  const { getByRole } = await draw({ state: "member" });
  await expect.element(getByRole("heading", { name: "You are in Acme already" })).toBeVisible();
  await expect.element(getByRole("button", { name: "Open Acme" })).toBeVisible();
});
