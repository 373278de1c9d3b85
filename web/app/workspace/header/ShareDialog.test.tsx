import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace } from "../../testing/in-workspace.tsx";
import ShareDialog from "./ShareDialog.tsx";

const api = fakeApi();
const MANIFEST = "GET /api/projects/p1/versions/1/files/app.json";
const LINK = "POST /api/projects/p1/previews/share";
const END = "DELETE /api/projects/p1/previews/share";
const manifest = (text: string) => ({ path: "app.json", sha256: "", size: text.length, text });
const BY_LINK = manifest(JSON.stringify({ name: "Fleet", visibility: "link" }));

const draw = async () => {
  const turns: boolean[] = [];
  const screen = await inWorkspace(<ShareDialog open onOpenChange={(open) => turns.push(open)} />);
  return { ...screen, turns, link: screen.getByRole("textbox", { name: "Link to the app" }) };
};

test("ending the link gives another one", async () => {
  let made = 0;
  api.answer({ [MANIFEST]: BY_LINK, [LINK]: () => ({ url: `https://fleet.example/?ew=${++made}` }), [END]: {} });
  const { link, getByRole } = await draw();
  await expect.element(link).toHaveValue("https://fleet.example/?ew=1");
  await getByRole("button", { name: "End this link" }).click();
  await expect.element(link).toHaveValue("https://fleet.example/?ew=2");
});

test("a link that could not be ended stays, with the reason", async () => {
  api.answer({
    [MANIFEST]: BY_LINK,
    [LINK]: { url: "https://fleet.example/?ew=1" },
    [END]: () => refused(403, { code: "forbidden", detail: "Viewers cannot do this." }),
  });
  const { link, getByRole, getByText } = await draw();
  await getByRole("button", { name: "End this link" }).click();
  await expect.element(getByText("Viewers cannot do this.")).toBeVisible();
  await expect.element(link).toHaveValue("https://fleet.example/?ew=1");
});

test.each([
  ["for members", manifest(JSON.stringify({ name: "Fleet", visibility: "members" }))],
  ["nobody can read", manifest("{")],
])("an app.json that is %s makes no link; the agent can be asked for one", async (_, text) => {
  api.answer({ [MANIFEST]: text, "POST /api/sessions/s1/messages": {} });
  const { getByRole, turns } = await draw();
  await getByRole("button", { name: "Ask the agent to allow the link" }).click();
  await expect.poll(() => turns).toEqual([false]);
  expect(api.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([MANIFEST, "POST /api/sessions/s1/messages"]);
});

test("what could not be read is said", async () => {
  api.answer({ [MANIFEST]: () => refused(503, { code: "unavailable", detail: "Not now." }) });
  await expect.element((await draw()).getByText("Not now.")).toBeVisible();
});
