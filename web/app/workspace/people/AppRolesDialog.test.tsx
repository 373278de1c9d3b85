import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace } from "../../testing/in-workspace.tsx";
import { AppRolesDialog } from "./AppRolesDialog.tsx";

const api = fakeApi();
const LIST = "/api/projects/p1/app-roles";
const ROLES = {
  visitors: false,
  roles: [
    { name: "manager", label: "Manager", description: "Approves orders." },
    { name: "warehouse", label: "Warehouse" },
  ],
  people: [
    { kind: "member", id: "u9", name: "Ann Admin", email: "ann@example.com", role: "admin", roles: [] },
    { kind: "member", id: "u2", name: "Bea Lovelace", email: "bea@example.com", role: "editor", roles: ["warehouse"] },
    { kind: "invited", id: "inv_1", name: null, email: "cem@example.com", role: "viewer", roles: [] },
  ],
};

const draw = (role: "admin" | "editor" = "admin") => inWorkspace(<AppRolesDialog open onClose={() => {}} />, { role });

test("a role is given to a member and to whoever is invited; an admin has each", async () => {
  api.answer({ [`GET ${LIST}`]: ROLES, [`PUT ${LIST}/member/u2`]: ROLES, [`PUT ${LIST}/invited/inv_1`]: ROLES });
  const { getByRole, getByText } = await draw();
  await expect.element(getByText("Approves orders.")).toBeVisible();
  const of = (who: string, role: string) =>
    getByRole("group", { name: `Roles of ${who} in the app` }).getByRole("checkbox", { name: role });
  await expect.element(of("Ann Admin", "Manager")).toBeChecked();
  await expect.element(of("Ann Admin", "Manager")).toHaveAttribute("aria-disabled", "true");
  await of("Bea Lovelace", "Manager").click();
  await of("cem@example.com", "Warehouse").click();
  const written = () => api.asked.filter(({ method }) => method === "PUT");
  await expect.poll(() => written().length).toBe(2);
  expect(written().map(({ path, body }) => [path, body])).toEqual([
    [`${LIST}/member/u2`, { roles: ["warehouse", "manager"] }],
    [`${LIST}/invited/inv_1`, { roles: ["warehouse"] }],
  ]);
});

test("what was refused is taken back; who may not give roles looks", async () => {
  api.answer({ [`GET ${LIST}`]: ROLES, [`PUT ${LIST}/member/u2`]: () => refused(409, { code: "conflict", detail: "They left." }) });
  const { getByRole } = await draw();
  const box = getByRole("group", { name: "Roles of Bea Lovelace in the app" }).getByRole("checkbox", { name: "Warehouse" });
  await box.click();
  await expect.element(box).toBeChecked();
  const locked = await draw("editor");
  await expect.element(locked.getByText(/it takes an admin/).first()).toBeVisible();
});
