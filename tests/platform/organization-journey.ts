/** An organization in Chromium: founded, somebody invited by mail who may only look, and may do more on one project. */
import { CreatedProject, Me, OutboxMailList } from "@edgewright/contracts";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { PATIENCE_MS } from "./patience.ts";

const PASSWORD = "correct horse battery";

export async function inviteColleague(browser: Browser, url: string): Promise<void> {
  const wrong: string[] = [];
  const [ada, bea] = await Promise.all([newPage(browser, wrong), newPage(browser, wrong)]);
  const created = await ada.request.post(`${url}/api/auth/sign-up/email`, {
    data: { name: "Ada Byron", email: "ada@acme.test", password: PASSWORD },
    headers: { origin: url },
  });
  expect(created.ok(), await created.text()).toBe(true);

  // Founds an organization, which is led into.
  await ada.goto(url);
  await ada.getByRole("button", { name: /^Organization:/ }).click();
  await ada.getByRole("menuitem", { name: "New organization" }).click();
  await ada.getByLabel("Name").fill("Acme");
  await ada.getByRole("button", { name: "Create organization" }).click();
  await ada.getByRole("button", { name: "Organization: Acme" }).waitFor();
  const made = await ada.request.post(`${url}/api/projects`, { data: { name: "Fleet" }, headers: { origin: url } });
  const { project } = CreatedProject.parse(await made.json());

  // Invites a colleague by mail.
  await ada.goto(`${url}/settings/invites?invite`);
  await ada.getByLabel("Addresses").fill("Bea Park <bea@acme.test>, nobody");
  await ada.getByRole("button", { name: "Send invites" }).click();
  const results = ada.getByRole("list", { name: "What became of each address" });
  await results.getByRole("listitem").filter({ hasText: "bea@acme.test" }).getByText("Invited", { exact: true }).waitFor();
  await results.getByText("Not an address").waitFor();
  await ada.getByRole("button", { name: "Done" }).click();

  // Who signs up from the link, and comes back to it.
  await bea.goto(await linkMailedTo(ada, url, "bea@acme.test"));
  await bea.getByRole("heading", { name: "Join Acme" }).waitFor();
  await bea.getByRole("link", { name: "Create an account" }).click();
  await bea.getByLabel("Name").fill("Bea Park");
  await bea.getByLabel("E-mail").fill("bea@acme.test");
  await bea.getByLabel("Password").fill(PASSWORD);
  await bea.getByRole("button", { name: "Create account" }).click();
  await bea.getByRole("button", { name: "Join Acme" }).click();
  await bea.getByRole("button", { name: "Organization: Acme" }).waitFor();

  // She sees everything and changes nothing: what is off says why, and the API keeps to it.
  const VIEWER = "Viewers cannot do this; it takes an editor or admin.";
  await expect(off(bea, "Build")).resolves.toBe(VIEWER);
  await bea.getByRole("link", { name: "Fleet" }).click();
  await bea.getByPlaceholder(VIEWER).waitFor();
  const rename = () => bea.request.patch(`${url}/api/projects/${project.id}`, { data: { name: "Boats" }, headers: { origin: url } });
  expect((await rename()).status()).toBe(403);
  await bea.goto(`${url}/settings/members`);
  await expect(off(bea, "Role of Ada Byron: Admin")).resolves.toBe("Viewers cannot do this; it takes an admin.");

  // Ada, the last admin, cannot leave; she makes Bea an editor of one project, where Bea may then do more.
  await ada.goto(`${url}/settings/members`);
  await expect(off(ada, "Leave as Ada Byron")).resolves.toMatch(/keeps one admin/);
  await ada.goto(`${url}/projects/${project.slug}`);
  await ada.getByRole("button", { name: "Fleet" }).click();
  await ada.getByRole("menuitem", { name: "People" }).click();
  await ada.getByRole("combobox", { name: "Role of Bea Park here" }).click();
  await ada.getByRole("option", { name: "Editor" }).click();
  await ada.getByText("Bea Park's role here is saved").waitFor();
  await bea.goto(`${url}/projects/${project.slug}`);
  await bea.getByPlaceholder("What do you want to build?").waitFor();
  expect((await rename()).status()).toBe(200);
  const elsewhere = await bea.request.post(`${url}/api/projects`, { data: { name: "Other" }, headers: { origin: url } });
  expect(elsewhere.status()).toBe(403);
  const { organization } = Me.parse(await (await bea.request.get(`${url}/api/me`)).json());
  expect(organization).toMatchObject({ name: "Acme", role: "viewer" });
  expect(wrong).toEqual([]);
  await Promise.all([ada.context().close(), bea.context().close()]);
}

/** Of a person of their own. */
async function newPage(browser: Browser, wrong: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  page.on("pageerror", (error) => wrong.push(String(error)));
  return page;
}

/** Why the button of this name is off, as a screen reader says it. */
async function off(page: Page, name: string): Promise<string> {
  const button = page.getByRole("button", { name, exact: true });
  expect(await button.isDisabled()).toBe(true);
  const reason = await button.getAttribute("aria-describedby");
  return (await page.locator(`[id="${reason}"]`).textContent()) ?? "";
}

async function linkMailedTo(page: Page, url: string, address: string): Promise<string> {
  const { items } = OutboxMailList.parse(await (await page.request.get(`${url}/api/dev/mails`)).json());
  const mail = items.find(({ kind, to }) => kind === "invite" && to === address);
  const link = /https?:\/\/\S+\/invite\?secret=[\w-]+/.exec(mail?.text ?? "")?.[0];
  if (!link) throw new Error(`There is no invite for ${address} in the outbox.`);
  return link;
}
