import type { ProjectPage } from "@edgewright/contracts";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, test } from "vitest";
import { render } from "vitest-browser-react/pure";
import { ToasterHost } from "../components/ToasterHost.tsx";
import { fakeApi } from "../testing/api.ts";
import { PROJECT } from "../testing/in-workspace.tsx";
import { Projects } from "./Projects.tsx";

const api = fakeApi();
const LIST = "GET /api/projects";
const gone = { ...PROJECT, id: "p2", name: "Parcels", deletedAt: "2026-11-02T09:00:00.000Z" };
const page = (...items: object[]) => ({ items, cursor: null });

const draw = (first: object) => {
  const element = (
    <>
      <Projects first={{ ok: true, value: first as ProjectPage }} canBuild />
      <ToasterHost />
    </>
  );
  return render(<RouterProvider router={createMemoryRouter([{ path: "/", element }])} />);
};

test("a deleted project is found again, and comes back", async () => {
  let deleted: object[] = [gone];
  api.answer({
    [LIST]: () => page(...deleted),
    "POST /api/projects/p2/undelete": () => {
      deleted = [];
      return gone;
    },
  });
  const { getByRole, getByText } = await draw(page(PROJECT));
  await getByRole("button", { name: "Deleted projects" }).click();
  const list = getByRole("list", { name: "Deleted projects" });
  await expect.element(list.getByText("Parcels")).toBeVisible();
  await list.getByRole("button", { name: "Restore" }).click();
  await expect.element(getByText("None is deleted.")).toBeVisible();
});

test("a project whose agent waits says for whom", async () => {
  const { getByText } = await draw(page({ ...PROJECT, busy: true, waiting: true }, { ...PROJECT, id: "p3", busy: true }));
  await expect.element(getByText("Waiting for you", { exact: false })).toBeVisible();
  await expect.element(getByText("Building", { exact: false })).toBeVisible();
});
