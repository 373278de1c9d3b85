import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace } from "../../testing/in-workspace.tsx";
import { PreviewPane } from "./PreviewPane.tsx";

const api = fakeApi();
const OPEN = "POST /api/projects/p1/previews";
let made = 0;
/** A page of the test's own server, which says nothing of itself. */
const link = () => ({ url: `${location.origin}/@vite/env?preview=${++made}`, origin: location.origin, expiresAt: "" });
const opened = () => api.asked.filter(({ path }) => path === "/api/projects/p1/previews").map(({ body }) => body);

test("the live app stays in sight until a reload has drawn in its place", async () => {
  api.answer({ [OPEN]: link });
  const { getByTitle, getByRole } = await inWorkspace(<PreviewPane />);
  await expect.element(getByTitle("Preview of Fleet")).toBeInTheDocument();
  const first = getByTitle("Preview of Fleet").element().getAttribute("src");
  await getByRole("button", { name: /Reload/ }).click();
  await expect.element(getByTitle("The next preview, loading")).toBeInTheDocument();
  expect(getByTitle("Preview of Fleet").element().getAttribute("src")).toBe(first);
  await expect.poll(() => getByTitle("Preview of Fleet").element().getAttribute("src")).not.toBe(first);
  expect(opened()).toEqual([{ channel: "current" }, { channel: "current" }]);
});

test("what was gone from before it had drawn costs nothing of what is in sight", async () => {
  api.answer({ [OPEN]: link });
  const { getByTitle, goTo } = await inWorkspace(<PreviewPane />);
  await expect.element(getByTitle("Preview of Fleet")).toBeInTheDocument();
  const live = getByTitle("Preview of Fleet").element();
  api.answer({ [OPEN]: () => new Promise(() => {}) });
  await goTo("/?version=2");
  await expect.poll(opened).toEqual([{ channel: "current" }, { channel: "v2" }]);
  await goTo("/");
  await expect.element(getByTitle("Preview of Fleet")).toBeInTheDocument();
  expect(getByTitle("Preview of Fleet").element()).toBe(live);
  expect(opened()).toHaveLength(2);
});

test("a preview that could not be opened says why, and is tried again", async () => {
  let tries = 0;
  api.answer({ [OPEN]: () => (++tries === 1 ? refused(503, { code: "unavailable", detail: "Not now." }) : link()) });
  const { getByText, getByRole, getByTitle } = await inWorkspace(<PreviewPane />);
  await expect.element(getByText("Not now.")).toBeVisible();
  await getByRole("button", { name: "Try again" }).click();
  await expect.element(getByTitle("Preview of Fleet")).toBeInTheDocument();
});

test("before there is a version, it is said how one comes about", async () => {
  const { getByText } = await inWorkspace(<PreviewPane />, { project: { currentVersion: null }, versions: [] });
  await expect.element(getByText("No app yet")).toBeVisible();
  expect(opened()).toEqual([]);
});

test("an app has what it needs in its frame, but not the window around it", async () => {
  api.answer({ [OPEN]: link });
  const { getByTitle } = await inWorkspace(<PreviewPane />);
  await expect.element(getByTitle("Preview of Fleet")).toBeInTheDocument();
  const may = getByTitle("Preview of Fleet").element().getAttribute("sandbox")?.split(" ") ?? [];
  expect(may).toEqual(expect.arrayContaining(["allow-scripts", "allow-same-origin", "allow-forms", "allow-modals", "allow-downloads"]));
  expect(may.filter((one) => one.startsWith("allow-top-navigation"))).toEqual([]);
});
