import { afterEach, expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace, PROJECT } from "../../testing/in-workspace.tsx";
import ProjectDialogs from "./ProjectDialogs.tsx";
import { openProjectDialog, type ProjectDialog } from "./project-dialogs.ts";

const api = fakeApi();
const PATCH = "PATCH /api/projects/p1";
afterEach(() => openProjectDialog(null));

const draw = async (dialog: ProjectDialog, role: "admin" | "viewer" = "admin") => {
  openProjectDialog(dialog);
  const screen = await inWorkspace(<ProjectDialogs />, { role });
  return { ...screen, save: screen.getByRole("button", { name: "Save" }), field: (name: string) => screen.getByRole("textbox", { name }) };
};

test("settings are checked as they are typed, and sent as amounts", async () => {
  api.answer({ [PATCH]: PROJECT });
  const { save, field, getByText, getByRole } = await draw("settings");
  await field("Repair rounds").fill("many");
  await save.click();
  await expect.element(getByText("Enter a whole number from 0 to 10.")).toBeVisible();
  expect(api.asked).toEqual([]);
  await field("Repair rounds").fill("2");
  await field("Budget of a job, in $").fill("0,50");
  await save.click();
  await expect.element(getByRole("dialog")).not.toBeInTheDocument();
  expect(api.asked).toMatchObject([{ body: { settings: { fixRounds: 2, jobBudget: 0.5, model: null, planApproval: "ask" } } }]);
});

test("a complaint of the API stands at the setting", async () => {
  api.answer({
    [PATCH]: () => refused(400, { code: "bad_request", detail: "Not right.", fields: { "settings.jobBudget": "Too small." } }),
  });
  const { save, field, getByText } = await draw("settings");
  await field("Budget of a job, in $").fill("0.0001");
  await save.click();
  await expect.element(getByText("Too small.")).toBeVisible();
});

test("a viewer sees the settings and changes none", async () => {
  const { field, getByRole } = await draw("settings", "viewer");
  await expect.element(field("Repair rounds")).toBeDisabled();
  await getByRole("button", { name: "Close" }).click();
  await expect.element(getByRole("dialog")).not.toBeInTheDocument();
});

test("an address that another project has is said at the address", async () => {
  api.answer({ [PATCH]: () => refused(409, { code: "slug_taken", detail: "Another project has it.", next: "Choose another." }) });
  const { save, field, getByText } = await draw("name");
  await field("Address").fill("tasks");
  await save.click();
  await expect.element(getByText("Another project has it. Choose another.")).toBeVisible();
  await expect.element(field("Address")).toHaveValue("tasks");
});

test("a project that could not be deleted says why in the dialog", async () => {
  api.answer({ "DELETE /api/projects/p1": () => refused(503, { code: "unavailable", detail: "Not now." }) });
  const { getByRole } = await draw("delete");
  await getByRole("button", { name: "Delete Fleet" }).click();
  await expect.element(getByRole("alert")).toMatchTextContent("Not now.");
});
