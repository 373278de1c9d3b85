import type { Project } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi, refused } from "../testing/api.ts";
import { inPage } from "../testing/in-page.tsx";
import { PROJECT } from "../testing/in-workspace.tsx";
import { Projects } from "./Projects.tsx";

const api = fakeApi();
const FLEET: Project = { ...PROJECT, role: "admin" };
const TASKS: Project = { ...FLEET, id: "p2", name: "Tasks", slug: "tasks" };

const draw = async (items: Project[], cursor: string | null = null) => {
  const screen = await inPage(<Projects first={{ ok: true, value: { items, cursor } }} canBuild />);
  const link = (name: string) => screen.getByRole("link", { name });
  const more = async (name: string, item: string) => {
    await screen.getByRole("button", { name: `More about ${name}` }).click();
    await screen.getByRole("menuitem", { name: item }).click();
  };
  return { ...screen, link, more };
};

test("a project gets another name, kept where it is refused", async () => {
  let tries = 0;
  api.answer({ "PATCH /api/projects/p1": () => (++tries === 1 ? refused(503, { code: "unavailable", detail: "Not now." }) : FLEET) });
  const { more, link, getByRole } = await draw([FLEET, TASKS]);
  await more("Fleet", "Rename");
  await getByRole("textbox", { name: "Name" }).fill("Cars");
  await getByRole("button", { name: "Rename" }).click();
  await expect.element(getByRole("alert")).toMatchTextContent("Not now.");
  await expect.element(getByRole("textbox", { name: "Name" })).toHaveValue("Cars");
  await getByRole("button", { name: "Rename" }).click();
  await expect.element(link("Cars")).toBeVisible();
});

test("a deleted project goes at once, and comes back with Undo", async () => {
  api.answer({ "DELETE /api/projects/p1": () => new Response(null, { status: 204 }), "POST /api/projects/p1/undelete": {} });
  const { more, link, getByRole } = await draw([FLEET, TASKS]);
  await more("Fleet", "Delete");
  await expect.element(link("Fleet")).not.toBeInTheDocument();
  await getByRole("button", { name: "Undo" }).click();
  await expect.element(link("Fleet")).toBeVisible();
});

test("a project that could not be deleted is there again, with the reason", async () => {
  api.answer({ "DELETE /api/projects/p1": () => refused(503, { code: "unavailable", detail: "Not now." }) });
  const { more, link, getByText } = await draw([FLEET]);
  await more("Fleet", "Delete");
  await expect.element(getByText("Not now.")).toBeVisible();
  await expect.element(link("Fleet")).toBeVisible();
});

test("the next projects are loaded when they are wanted", async () => {
  api.answer({ "GET /api/projects": { items: [TASKS], cursor: null } });
  const { link, getByRole, getByText } = await draw([FLEET], "c1");
  await getByRole("button", { name: "Show more" }).click();
  await expect.element(link("Tasks")).toBeVisible();
  await expect.element(getByText("All 2 projects are shown.")).toBeVisible();
  expect(api.asked.map(({ path }) => path)).toEqual(["/api/projects?cursor=c1"]);
});

test("where there is none yet, it is said how one comes about", async () => {
  const { getByText } = await draw([]);
  await expect.element(getByText("No projects yet")).toBeVisible();
});
