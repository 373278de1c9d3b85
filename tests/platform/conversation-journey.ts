/** A conversation in Chromium with an agent that needs the person: questions, a plan to approve, and messages that wait meanwhile. */

import type { ScriptedProvider } from "@edgewright/testing/scripted-provider";
import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { PATIENCE_MS } from "./patience.ts";

/** What the message that waits says in the end. */
export const SECOND = "Then add drivers, by name";

export async function converse(browser: Browser, url: string, provider: ScriptedProvider): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  await openProject(page, url, provider.model);

  const questions = page.getByRole("form", { name: "Questions of the agent" });
  const composer = page.getByRole("textbox", { name: "Message to the agent" });
  await composer.fill("Something for our vehicles");
  await composer.press("Enter");
  await questions.waitFor();
  await changeWhatWaits(page, composer);
  await answerAfterReload(page, questions);
  await goOverThePlan(page);

  // The plan as it was left is what the model hears, and what waited is done next, as it was changed.
  await page.getByText("v1 · live").first().waitFor();
  await page.getByText("That was done as well.").waitFor();
  const heard = provider.heard();
  for (const said of ["My team", "Fuel, Photos", "A map of the yard", "A board of vehicles", SECOND])
    expect(heard.includes(said), `the model heard "${said}"`).toBe(true);
  expect(await page.getByText("Use large letters").count()).toBe(0);
  expect(wrong).toEqual([]);
  await context.close();
}

/** An empty project whose plans wait for approval. */
async function openProject(page: Page, url: string, model: string): Promise<void> {
  const ask = async (method: string, path: string, data: unknown) => {
    const response = await page.request.fetch(url + path, { method, data, headers: { origin: url } });
    expect(response.ok(), `${method} ${path} → ${response.status()}`).toBe(true);
    return response.json();
  };
  const email = `${crypto.randomUUID()}@example.test`;
  await ask("POST", "/api/auth/sign-up/email", { name: "Ada Byron", email, password: "correct horse battery" });
  const { project } = await ask("POST", "/api/projects", { name: "Fleet" });
  await ask("PATCH", `/api/projects/${project.id}`, { settings: { planApproval: "ask", model } });
  await page.goto(`${url}/projects/${project.slug}`);
  await isAwake(page);
}

/** The page's scripts run: keys do what they are for. */
const isAwake = (page: Page) => page.waitForFunction(() => !("earlyInput" in window));

/** Two messages for afterwards: the later one is edited and moved up, the other one deleted. */
async function changeWhatWaits(page: Page, composer: Locator): Promise<void> {
  const rows = page.getByRole("list", { name: "Messages that wait" }).getByRole("listitem");
  for (const text of ["Use large letters", "Then add drivers"]) {
    await composer.fill(text);
    await composer.press("Alt+Enter");
    await rows.filter({ hasText: text }).waitFor();
  }
  await rows.nth(1).getByRole("button", { name: "Edit this message" }).click();
  await page.keyboard.type(", by name");
  await page.keyboard.press("Enter");
  await rows.filter({ hasText: SECOND }).getByRole("button", { name: "Move up" }).click();
  await rows.first().filter({ hasText: SECOND }).waitFor();
  await rows.filter({ hasText: "Use large letters" }).getByRole("button", { name: "Delete this message" }).click();
  await expect.poll(() => rows.count()).toBe(1);
}

async function answerAfterReload(page: Page, questions: Locator): Promise<void> {
  await questions.getByRole("radio", { name: "My team" }).click();
  await questions.getByRole("checkbox", { name: "Photos" }).click();
  await questions.getByRole("textbox", { name: "What must not be missing?" }).fill("A map of the yard");
  await page.reload();
  await isAwake(page);
  const kept = questions.getByRole("textbox", { name: "What must not be missing?" });
  await expect.poll(() => kept.inputValue()).toBe("A map of the yard");
  expect(await questions.getByRole("radio", { name: "My team" }).isChecked()).toBe(true);
  await kept.press("ControlOrMeta+Enter");
  await questions.waitFor({ state: "detached" });
}

async function goOverThePlan(page: Page): Promise<void> {
  const approve = page.getByRole("button", { name: "Approve and build" });
  await approve.waitFor();
  await page.getByRole("textbox", { name: "Step 2" }).fill("A board of vehicles");
  await page.getByRole("button", { name: "Move step 2 up" }).click();
  await page.getByRole("button", { name: "Strike step 3" }).click();
  expect(await page.getByRole("textbox", { name: "Step 1" }).inputValue()).toBe("A board of vehicles");
  await page.getByRole("button", { name: "Bring step 3 back" }).waitFor();
  await approve.click();
  await approve.waitFor({ state: "detached" });
}
