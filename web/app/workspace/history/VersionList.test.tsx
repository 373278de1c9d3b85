import type { Version } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace, VERSION } from "../../testing/in-workspace.tsx";
import { VersionList } from "./VersionList.tsx";

const api = fakeApi();
const LIST = "GET /api/projects/p1/versions";
const versionOf = (number: number): Version => ({ ...VERSION, number, message: `Change ${number}`, isCurrent: number === 8 });
const versions = [8, 7, 6].map(versionOf);

test("older versions are read when they are wanted, up to the first", async () => {
  api.answer({ [LIST]: { items: [6, 5, 4, 3, 2, 1].map(versionOf), cursor: null } });
  const { getByRole, getByText } = await inWorkspace(<VersionList />, { versions, versionsCursor: "c6" });
  await getByRole("button", { name: "Show more" }).click();
  await expect.element(getByText("This is where it began.")).toBeVisible();
  // The one that both pages have stands there once.
  expect(getByRole("listitem").elements()).toHaveLength(8);
  expect(api.asked.map(({ path }) => path)).toEqual(["/api/projects/p1/versions?cursor=c6"]);
});

test("what could not be read is said there, and can be asked for again", async () => {
  let tries = 0;
  api.answer({
    [LIST]: () => (++tries === 1 ? refused(503, { code: "unavailable", detail: "Not now." }) : { items: [versionOf(5)], cursor: null }),
  });
  const { getByRole, getByText } = await inWorkspace(<VersionList />, { versions, versionsCursor: "c6" });
  await getByRole("button", { name: "Show more" }).click();
  await expect.element(getByRole("alert")).toMatchTextContent("Not now.");
  await getByRole("button", { name: "Show more" }).click();
  await expect.element(getByText("Change 5")).toBeVisible();
  await expect.element(getByRole("alert")).not.toBeInTheDocument();
});
