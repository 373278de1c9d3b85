import type { Member } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inPage } from "../../testing/in-page.tsx";
import { Members } from "./Members.tsx";

const api = fakeApi();
const member = (id: string, name: string, more: Partial<Member> = {}): Member => ({
  id,
  userId: `u-${id}`,
  name,
  email: `${id}@example.test`,
  image: null,
  role: "editor",
  twoFactor: false,
  joinedAt: "2026-11-02T09:00:00.000Z",
  exceptions: [],
  ...more,
});
const ADA = member("m1", "Ada", { userId: "u1", role: "admin" });
const BEA = member("m2", "Bea");

const draw = async (items: Member[], cursor: string | null = null) => {
  const organization = { id: "o1", name: "Acme", slug: "acme", role: "admin" as const };
  const screen = await inPage(<Members path="/members" organization={organization} userId="u1" first={{ items, cursor }} />);
  const choose = async (whose: string, role: string) => {
    await screen.getByRole("combobox", { name: `Role of ${whose}` }).click();
    await screen.getByRole("option", { name: new RegExp(`^${role}`) }).click();
  };
  return { ...screen, choose, role: (whose: string) => screen.getByRole("combobox", { name: `Role of ${whose}` }) };
};
const written = () => api.asked.filter(({ method }) => method !== "GET");

test("another's role is changed at once, and taken back where it is refused", async () => {
  let tries = 0;
  api.answer({ "PATCH /members/m2": () => (++tries === 1 ? {} : refused(409, { code: "conflict", detail: "Not so." })) });
  const { choose, role, getByText } = await draw([ADA, BEA]);
  await choose("Bea", "Viewer");
  await expect.element(getByText("Bea is viewer now")).toBeVisible();
  await expect.element(role("Bea")).toMatchTextContent("Viewer");
  await choose("Bea", "Admin");
  await expect.element(getByText(/Not so\./)).toBeVisible();
  await expect.element(role("Bea")).not.toMatchTextContent("Admin");
});

test("one's own role is changed only after a second word", async () => {
  api.answer({ "PATCH /members/m1": {} });
  const { choose, getByRole } = await draw([ADA, { ...BEA, role: "admin" }]);
  await choose("Ada", "Editor");
  await expect.element(getByRole("dialog", { name: "Change your own role?" })).toBeVisible();
  expect(written()).toEqual([]);
  await getByRole("button", { name: "Change my role" }).click();
  await expect.poll(written).toEqual([{ method: "PATCH", path: "/members/m1", body: { role: "editor" } }]);
  await expect.element(getByRole("dialog")).not.toBeInTheDocument();
});

test("the last admin keeps their role and stays", async () => {
  const { getByRole } = await draw([ADA, BEA]);
  await expect.element(getByRole("button", { name: "Role of Ada: Admin" })).toHaveAttribute("aria-disabled", "true");
  await expect.element(getByRole("button", { name: "Leave as Ada" })).toHaveAttribute("aria-disabled", "true");
});

test("a member is removed after a question, which stays with the reason where it fails", async () => {
  let tries = 0;
  api.answer({
    "DELETE /members/m2": () =>
      ++tries === 1 ? refused(503, { code: "unavailable", detail: "Not now." }) : new Response(null, { status: 204 }),
  });
  const { getByRole, getByText } = await draw([ADA, BEA]);
  await getByRole("button", { name: "Remove Bea" }).click();
  const confirm = getByRole("dialog").getByRole("button", { name: "Remove", exact: true });
  await confirm.click();
  await expect.element(getByRole("alert")).toMatchTextContent("Not now.");
  await confirm.click();
  await expect.element(getByText("Bea is no longer in Acme")).toBeVisible();
  await expect.element(getByRole("button", { name: "Remove Bea" })).not.toBeInTheDocument();
});

test("who is looked for is found in what is not loaded yet", async () => {
  api.answer({ "GET /members": { items: [member("m3", "Cleo")], cursor: null } });
  const { getByRole, getByText } = await draw([ADA, BEA], "m2");
  await getByRole("searchbox", { name: "Search members" }).fill("cle");
  await expect.element(getByText("Cleo")).toBeVisible();
  await expect.element(getByText("Bea")).not.toBeInTheDocument();
});
