import type { Deployment, Publication } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace } from "../../testing/in-workspace.tsx";
import PublishDialog from "./PublishDialog.tsx";

const api = fakeApi();
const GET = "GET /api/projects/p1/publication";
const PUT = "PUT /api/projects/p1/publication";
const POST = "POST /api/projects/p1/deployments";
const ONE = "GET /api/projects/p1/deployments/dep_1";

const deployment = (more: Partial<Deployment> = {}): Deployment => ({
  id: "dep_1",
  kind: "production",
  provider: "edge",
  version: 2,
  status: "queued",
  url: "https://fleet.apps.example",
  by: "Ada",
  rollbackTo: null,
  error: null,
  stopping: false,
  createdAt: "2026-11-02T09:00:00.000Z",
  finishedAt: null,
  ...more,
});
const NONE = { missing: [], changed: [] };
const publication = (more: Partial<Publication> = {}): Publication => ({
  url: "https://fleet.apps.example",
  visibility: "members",
  live: deployment({ id: "dep_0", version: 1, status: "live" }),
  open: null,
  next: { version: 2, files: [{ path: "src/App.tsx", change: "changed" }], data: { steps: [] }, variables: NONE },
  ...more,
});
const LOSS = { steps: [{ key: "cars.plate removed", effect: "lossy" as const, says: "Plate is removed: 3 values.", misfits: [] }] };

const draw = (role: "admin" | "editor" = "admin") => inWorkspace(<PublishDialog open onOpenChange={() => {}} />, { role });

test("what would change is shown, and a press publishes it, step by step up to its address", async () => {
  const statuses: Deployment["status"][] = ["building", "checking", "live"];
  api.answer({ [GET]: publication(), [POST]: deployment(), [ONE]: () => deployment({ status: statuses.shift() ?? "live" }) });
  const { getByRole, getByText } = await draw();
  await expect.element(getByText("src/App.tsx")).toBeVisible();
  await expect.element(getByText("The published rows stay as they are.")).toBeVisible();
  await getByRole("button", { name: "Publish v2" }).click();
  await expect.element(getByRole("heading", { name: "v2 is live" })).toBeVisible();
  await expect.element(getByRole("textbox", { name: "Address of the app" })).toHaveValue("https://fleet.apps.example");
  expect(api.asked.find(({ method }) => method === "POST")).toMatchObject({ body: { version: 2, accepts: [] } });
});

test("what rows would lose needs a yes", async () => {
  const next = { version: 2, files: [], data: LOSS, variables: NONE };
  api.answer({ [GET]: publication({ next }), [POST]: deployment(), [ONE]: deployment({ status: "live" }) });
  const { getByRole } = await draw();
  const publish = getByRole("button", { name: "Publish v2" });
  await expect.element(publish).toHaveAccessibleDescription(/Agree first/);
  await getByRole("checkbox").click();
  await publish.click();
  await expect.poll(() => api.asked.find(({ method }) => method === "POST")?.body).toEqual({ version: 2, accepts: ["cars.plate removed"] });
});

test("what the app needs and has not is named, and is set before it is published", async () => {
  const missing = [{ name: "MAIL_KEY", description: "of the mail service", secret: true, required: true }];
  api.answer({ [GET]: publication({ next: { version: 2, files: [], data: { steps: [] }, variables: { missing, changed: [] } } }) });
  const { getByRole, getByText } = await draw();
  await expect.element(getByText("MAIL_KEY")).toBeVisible();
  await expect.element(getByRole("button", { name: "Publish v2" })).toHaveAccessibleDescription(/Set first/);
});

test("one that fails says why, and that what was live stays", async () => {
  const failed = deployment({ status: "failed", error: { code: "boot_failed", message: "It does not answer.", next: "Repair it." } });
  api.answer({ [GET]: publication({ open: deployment({ status: "checking" }) }), [ONE]: failed });
  const alert = (await draw()).getByRole("alert");
  await expect.element(alert).toMatchTextContent("It does not answer.");
  await expect.element(alert).toMatchTextContent("What was live stays live.");
});

test("who may open it is chosen, and a link is there to be given out", async () => {
  let visibility: Publication["visibility"] = "members";
  api.answer({
    [GET]: () => publication({ visibility }),
    [PUT]: () => {
      visibility = "link";
      return { visibility };
    },
    "POST /api/projects/p1/publication/share": { url: "https://fleet.apps.example/?ew_token=1" },
  });
  const { getByRole } = await draw();
  await getByRole("radio", { name: /Anyone with the link/ }).click();
  await expect.element(getByRole("textbox", { name: "Link to share" })).toHaveValue("https://fleet.apps.example/?ew_token=1");
});

test("an editor looks and is told who may; what could not be loaded can be asked for again", async () => {
  let asked = 0;
  api.answer({ [GET]: () => (++asked === 1 ? refused(503, { code: "unavailable", detail: "Not now." }) : publication()) });
  const { getByRole } = await draw("editor");
  await getByRole("button", { name: "Try again" }).click();
  await expect.element(getByRole("button", { name: "Publish v2" })).toHaveAttribute("aria-disabled", "true");
});
