import type { Variables } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi } from "../../testing/api.ts";
import { inWorkspace } from "../../testing/in-workspace.tsx";
import { EnvironmentDialog } from "./EnvironmentDialog.tsx";

const api = fakeApi();
const GET = "GET /api/projects/p1/variables";
const PATCH = "PATCH /api/projects/p1/variables/preview";
const AT = { updatedAt: "2026-11-02T09:00:00.000Z", updatedBy: "Ada" };
const VARIABLES: Variables = {
  preview: [
    { name: "GREETING", secret: false, value: "Hello", ...AT },
    { name: "OLD_KEY", secret: true, value: null, ...AT },
  ],
  production: [],
  needs: [{ name: "MAIL_KEY", description: "of the mail service", secret: true, required: true }],
  live: { version: 2, changed: ["OLD_KEY"] },
};

const draw = (role: "admin" | "editor" | "viewer" = "admin") => inWorkspace(<EnvironmentDialog open onClose={() => {}} />, { role });
const sent = () => api.asked.findLast(({ method }) => method === "PATCH")?.body;

test("plain values are shown and secrets are not; what the app needs is set with a press", async () => {
  api.answer({ [GET]: VARIABLES, [PATCH]: VARIABLES });
  const { getByRole, getByText, getByLabelText } = await draw();
  await expect.element(getByText("Hello")).toBeVisible();
  await expect.element(getByText("of the mail service")).toBeVisible();
  await getByRole("button", { name: "Set MAIL_KEY" }).click();
  await getByLabelText("Value").fill("short");
  await getByRole("button", { name: "Save" }).click();
  await expect.element(getByText(/at least 8 characters/)).toBeVisible();
  await getByLabelText("Value").fill("sk-of-mail-123");
  await getByRole("button", { name: "Save" }).click();
  await expect.poll(sent).toEqual({ set: [{ name: "MAIL_KEY", value: "sk-of-mail-123", secret: true }] });
});

test("a pasted file is shown before it is set, without what cannot be", async () => {
  api.answer({ [GET]: VARIABLES, [PATCH]: VARIABLES });
  const { getByRole, getByText, getByLabelText } = await draw("editor");
  await getByRole("button", { name: "Import a .env file" }).click();
  await getByLabelText("The .env file").fill('GREETING="Good day"\nPATH=/bin\nMAIL_KEY=sk-of-mail-123');
  await expect.element(getByText(/PATH belongs to the machine/)).toBeVisible();
  await getByRole("button", { name: "Set 2 variables" }).click();
  await expect.poll(sent).toEqual({
    set: [
      { name: "GREETING", value: "Good day", secret: false },
      { name: "MAIL_KEY", value: "sk-of-mail-123", secret: true },
    ],
  });
});

test("one of production's that changed is told, with the press that publishes again; an editor is told who may", async () => {
  api.answer({ [GET]: VARIABLES, "POST /api/projects/p1/deployments": {} });
  const { getByRole, getByText, unmount } = await draw();
  await getByRole("tab", { name: "Production" }).click();
  await expect.element(getByText(/runs without the change of/)).toBeVisible();
  await getByRole("button", { name: "Publish v2 again" }).click();
  await expect.poll(() => api.asked.findLast(({ method }) => method === "POST")?.body).toEqual({ version: 2 });
  await unmount();
  const again = await draw("editor");
  await again.getByRole("tab", { name: "Production" }).click();
  await expect.element(again.getByRole("button", { name: "Add a variable" })).toHaveAttribute("aria-disabled", "true");
});
