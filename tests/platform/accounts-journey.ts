/** Ways into an account, in Chromium: a link by mail, Google, a second factor, a passkey; and how a session is ended from another device. */

import { totp } from "@edgewright/testing";
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, expect, it } from "vitest";
import { PATIENCE_MS } from "./patience.ts";
import type { Running } from "./running.ts";

const PASSWORD = "correct horse battery";

export function accounts(running: () => Running): void {
  /** What the pages should not have said: errors, and what their policy refused. */
  const wrong: string[] = [];
  const contexts: BrowserContext[] = [];
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(wrong.splice(0)).toEqual([]);
  });

  async function newPage(): Promise<Page> {
    const context = await running().browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(PATIENCE_MS);
    contexts.push(context);
    context.on("weberror", (error) => wrong.push(String(error.error())));
    context.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text())) wrong.push(message.text());
    });
    return context.newPage();
  }

  async function signUp(page: Page, email: string): Promise<void> {
    const data = { name: "Ada Byron", email, password: PASSWORD };
    const answer = await page.request.post(`${running().platform.url}/api/auth/sign-up/email`, {
      data,
      headers: { origin: running().platform.url },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  }

  async function typePassword(page: Page, email: string, path = "/sign-in"): Promise<void> {
    await page.goto(running().platform.url + path);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  }

  const atHome = (page: Page) => page.getByRole("textbox", { name: "What do you want to build?" }).waitFor();

  async function signOut(page: Page): Promise<void> {
    await page.getByRole("button", { name: "Your account" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("link", { name: "Sign in" }).waitFor();
  }

  it("keeps what is typed and pressed before the page's scripts run, and does it then", async () => {
    const page = await newPage();
    let run: () => void = () => undefined;
    const scripts = new Promise<void>((resolve) => {
      run = resolve;
    });
    await page.route(/\/assets\/.*\.js$/, async (route) => {
      await scripts;
      await route.continue();
    });
    await page.goto(`${running().platform.url}/sign-up`, { waitUntil: "commit" });
    await page.getByLabel("Name").fill("Ada Byron");
    await page.getByLabel("E-mail").fill("early@example.test");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Create account" }).click();
    // The browser has sent nothing by itself: the password is in no address.
    expect(new URL(page.url()).search).toBe("");
    run();
    await atHome(page);
    await page.unroute(/\/assets\/.*\.js$/);
  });

  it("lets in by a link in the mail, once", async () => {
    const page = await newPage();
    await signUp(page, "link@example.test");
    await page.context().clearCookies();
    await page.goto(`${running().platform.url}/sign-in?next=/settings`);
    await page.getByLabel("E-mail").fill("link@example.test");
    await page.getByRole("button", { name: "E-mail me a link" }).click();
    const [outbox] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: "Read them here" }).click()]);
    await outbox.getByRole("link", { name: /^Your sign-in link.*to link@example.test/ }).click();
    const link = outbox.frameLocator("iframe").getByRole("link").first();
    const address = await link.getAttribute("href");
    await link.click();
    await outbox.getByRole("heading", { name: "Settings" }).waitFor();
    expect(new URL(outbox.url()).pathname).toBe("/settings");

    const again = await newPage();
    await again.goto(address ?? "");
    await again.getByText("This link has expired or was used already.").waitFor();
  });

  it("lets in with Google", async () => {
    const page = await newPage();
    await page.goto(`${running().platform.url}/sign-in`);
    await page.getByRole("button", { name: "Continue with Google" }).click();
    await atHome(page);
    await page.goto(`${running().platform.url}/settings/security`);
    await page.getByRole("list", { name: "Connected accounts" }).getByText("Google").waitFor();
  });

  it("asks for a second factor, and ends a session from another device", async () => {
    const email = "two@example.test";
    const page = await newPage();
    await signUp(page, email);
    await page.goto(`${running().platform.url}/settings/security`);
    await page.getByRole("button", { name: "Turn on" }).click();
    await page.getByLabel("Your password").fill(PASSWORD);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("Type this key instead").click();
    const secret = (await page.getByTestId("secret").textContent()) ?? "";
    await page.getByLabel("The six digits it shows now").fill(totp(secret));
    await page.getByRole("dialog").getByRole("button", { name: "Turn on" }).click();
    const recovery = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
    const code = (await recovery.first().textContent()) ?? "";
    await page.getByRole("button", { name: "I have kept them" }).click();

    const other = await newPage();
    await typePassword(other, email);
    const digits = other.getByLabel("Code", { exact: true });
    await digits.fill("000 000");
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.getByText("This code is not right.").waitFor();
    await digits.fill(totp(secret));
    await other.getByRole("button", { name: "Sign in" }).click();
    await atHome(other);

    // The first device signs the second one out: its next step leads to the sign-in page.
    await page.goto(`${running().platform.url}/settings/sessions`);
    await page
      .getByRole("list", { name: "Sessions" })
      .getByRole("button", { name: /^Sign out/ })
      .click();
    await page.getByText("You are signed in nowhere else.").waitFor({ state: "attached" });
    await other.getByRole("button", { name: "Your account" }).click();
    await other.getByRole("menuitem", { name: "Settings" }).click();
    await other.waitForURL(/\/sign-in\?next=%2Fsettings/);

    await typePassword(other, email);
    await other.getByRole("button", { name: "Use a recovery code" }).click();
    await other.getByLabel("Recovery code").fill(code);
    await other.getByRole("button", { name: "Sign in" }).click();
    await atHome(other);
  });

  it("lets in with a passkey", async () => {
    const page = await newPage();
    const devices = await page.context().newCDPSession(page);
    await devices.send("WebAuthn.enable");
    const { authenticatorId } = await devices.send("WebAuthn.addVirtualAuthenticator", {
      options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    });
    await signUp(page, "key@example.test");
    await page.goto(`${running().platform.url}/settings/security`);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByLabel("Name").fill("This laptop");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("list", { name: "Passkeys" }).getByText("This laptop").waitFor();

    // The person is away while the page offers the passkey by itself, and there once they ask for it.
    await devices.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled: false });
    await signOut(page);
    await page.addInitScript(() => {
      const ask = navigator.credentials.get.bind(navigator.credentials);
      navigator.credentials.get = (options) => {
        document.documentElement.dataset.asked = "for a passkey";
        return ask(options);
      };
    });
    await page.goto(`${running().platform.url}/sign-in`);
    // What asks once the person is there is the button: the page's own offer came before.
    await page.locator("[data-asked]").waitFor({ state: "attached" });
    await devices.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled: true });
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await atHome(page);
  });
}
