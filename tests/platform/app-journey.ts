/** A person's journey in Chromium: from signing up to an app that is used, changed, taken back and edited by hand. */
import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { expect, onTestFailed } from "vitest";
import { PATIENCE_MS } from "./patience.ts";
import type { Running } from "./running.ts";

const PROMPT = "A todo list with title, due date, priority (low, medium, high) and done";

/** The app in the workspace's frame. */
const appIn = (page: Page): FrameLocator => page.frameLocator('iframe[title^="Preview of"]');
const live = (page: Page, version: number) => page.getByText(`v${version} · live`).first().waitFor();
/** The draft's frame has given way to the one of the live version. */
const settled = (page: Page) =>
  page.waitForFunction(() => {
    const [frame, next] = document.querySelectorAll("iframe");
    return frame !== undefined && next === undefined && !new URL(frame.src).host.includes("--draft");
  });
const tab = (page: Page, name: string) => page.getByRole("tab", { name }).click();

async function addTask(app: FrameLocator | Page, title: string): Promise<void> {
  await app.getByRole("button", { name: /^New / }).first().click();
  const dialog = app.getByRole("dialog");
  await dialog.getByLabel(/^Title/).fill(title);
  await dialog.getByRole("button", { name: "Save" }).click();
  await app.getByText(title).first().waitFor();
}

/** A link of the app that opens a window of its own: the frame's cookie is not there, and one press leads back, signed in. */
async function openByLink(page: Page): Promise<void> {
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
  const [own] = await Promise.all([
    page.context().waitForEvent("page"),
    frame?.evaluate(() => void window.open("/?from=link", "_blank", "noopener")),
  ]);
  await own.getByRole("link", { name: "Open it" }).click();
  await own.getByText("Buy milk").first().waitFor();
  expect(new URL(own.url()).search).toBe("?from=link");
  await own.close();
}

/** What is said in passing on a page, from now on, also after it is gone from the screen. */
async function keepToasts(page: Page): Promise<() => readonly string[]> {
  const said: string[] = [];
  await page.exposeFunction("keepToast", (text: string) => void said.push(text));
  await page.addInitScript(() => {
    const keep = (globalThis as unknown as { keepToast(text: string): void }).keepToast;
    const look = ({ addedNodes }: MutationRecord) => {
      for (const node of addedNodes)
        if (node instanceof HTMLElement && node.matches("[data-sonner-toast], [data-sonner-toaster]")) keep(node.textContent);
    };
    new MutationObserver((changes) => changes.forEach(look)).observe(document, { childList: true, subtree: true });
  });
  return () => said;
}

export async function buildApp({ browser, platform }: Running): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  // Of our own pages; an app in its frame has a policy of its own.
  page.on("console", (message) => {
    const ours = !message.location().url.includes(".preview.localhost");
    if (ours && /Content.Security.Policy/i.test(message.text())) wrong.push(message.text());
  });
  const toasts = await keepToasts(page);
  onTestFailed(async () => {
    await page.screenshot({ path: join(import.meta.dirname, "../../dist/journey-failed.png") });
    // A log is all that is left of a machine that ran it; what was said in passing has gone from the page by now.
    console.error(
      `${page.url()} shows:\n${await page.locator("body").ariaSnapshot()}\nand had said:\n${toasts().join("\n")}\nWhat the platform logged:\n${platform.trouble()}`,
    );
  });

  // Signs up.
  await page.goto(`${platform.url}/sign-up`);
  await page.getByLabel("Name").fill("Ada Byron");
  await page.getByLabel("E-mail").fill("ada@example.test");
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Create account" }).click();

  // Writes one sentence and watches the app come.
  await page.getByRole("textbox", { name: "What do you want to build?" }).fill(PROMPT);
  await page.getByRole("button", { name: "Build" }).click();
  await page.waitForURL(/\/projects\//);
  await live(page, 1);
  await settled(page);

  // Uses it: a row that is there for a second window at once, and after a reload.
  await addTask(appIn(page), "Buy milk");
  await openByLink(page);
  const [second] = await Promise.all([context.waitForEvent("page"), page.getByRole("button", { name: "Open in a new tab" }).click()]);
  await second.getByText("Buy milk").first().waitFor();
  await addTask(second, "Call the bank");
  await appIn(page).getByText("Call the bank").first().waitFor();
  await second.close();
  await page.reload();
  await appIn(page).getByText("Buy milk").first().waitFor();

  // Asks for a change.
  const composer = page.getByRole("textbox", { name: "Message to the agent" });
  await composer.fill("Add a field called notes");
  await composer.press("Enter");
  await live(page, 2);
  await settled(page);
  await appIn(page).getByRole("columnheader", { name: "Notes" }).waitFor();
  await appIn(page).getByRole("button", { name: /^New / }).first().click();
  await appIn(page).getByRole("dialog").getByLabel("Notes").waitFor();
  await appIn(page).getByRole("button", { name: "Cancel" }).click();
  await appIn(page).getByText("Buy milk").first().waitFor();

  // Goes back a version, and another window of the same project says so; the data stay.
  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  await live(elsewhere, 2);
  await tab(page, "History");
  await page
    .getByRole("tabpanel", { name: "History" })
    .getByRole("listitem")
    .filter({ hasText: "v1" })
    .getByRole("button", { name: "Restore" })
    .click();
  await live(page, 3);
  await live(elsewhere, 3);
  await elsewhere.close();
  await tab(page, "Preview");
  await appIn(page).getByRole("columnheader", { name: "Notes" }).waitFor({ state: "detached" });
  await appIn(page).getByText("Buy milk").first().waitFor();
  await appIn(page).getByRole("button", { name: /^New / }).first().click();
  await appIn(page)
    .getByRole("dialog")
    .getByLabel(/^Title/)
    .waitFor();
  expect(await appIn(page).getByRole("dialog").getByLabel("Notes").count()).toBe(0);
  await appIn(page).getByRole("button", { name: "Cancel" }).click();

  // Edits the code by hand and sees it.
  await page.goto(`${page.url().split("?")[0]}?tab=code&file=src/styles.css`);
  const editor = page.locator(".cm-content");
  await editor.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText('\nmain::before { content: "Edited by hand"; }\n');
  await page.getByRole("button", { name: "Save" }).click();
  await live(page, 4);
  await tab(page, "Preview");
  await expect
    .poll(() =>
      appIn(page)
        .locator("main")
        .first()
        .evaluate((main) => getComputedStyle(main, "::before").content),
    )
    .toBe('"Edited by hand"');
  await appIn(page).getByText("Buy milk").first().waitFor();
  expect(wrong).toEqual([]);
}
