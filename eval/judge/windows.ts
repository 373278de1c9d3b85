/** Who stands before the app: a browser window for each person of a task, opened when the first step asks for it. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Participant } from "../task.ts";
import { pageScript } from "./page-script.ts";

const LOAD_MS = 30_000;
const script = pageScript();

export class Windows {
  private readonly browser: Browser;
  private readonly address: (who: Participant) => Promise<string>;
  private readonly patience: number;
  private readonly open = new Map<Participant, { context: BrowserContext; page: Page }>();
  /** What the app threw in any of them. */
  readonly errors: string[] = [];

  /** `address` gives where a person enters the app; asked anew for each window. */
  constructor(browser: Browser, address: (who: Participant) => Promise<string>, patience: number) {
    this.browser = browser;
    this.address = address;
    this.patience = patience;
  }

  async get(who: Participant): Promise<Page> {
    const known = this.open.get(who);
    if (known) return known.page;
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    this.open.set(who, { context, page });
    await context.addInitScript({ content: script });
    context.setDefaultTimeout(this.patience);
    context.setDefaultNavigationTimeout(LOAD_MS);
    page.on("pageerror", (error) => this.errors.push(String(error)));
    // "Really delete?" is answered with yes.
    page.on("dialog", (dialog) => void dialog.accept().catch(() => undefined));
    await page.goto(await this.address(who));
    return page;
  }

  /** False where the person has no window. */
  async screenshot(path: string, who: Participant): Promise<boolean> {
    const page = this.open.get(who)?.page;
    await page?.screenshot({ path, fullPage: true });
    return page !== undefined;
  }

  async close(): Promise<void> {
    const windows = [...this.open.values()];
    this.open.clear();
    await Promise.all(windows.map(({ context }) => context.close()));
  }
}
