/** Where on a page something is looked for: the window that lies over it, the page, or the places around a text. */
import type { Locator, Page } from "playwright-core";

export type Scope = Page | Locator;

const DIALOGS = "dialog[open], [role=dialog], [role=alertdialog]";

export const dialogOf = (page: Page): Locator => page.locator(DIALOGS).filter({ visible: true }).last();

/** The open dialog, else the page. */
export async function topOf(page: Page): Promise<Scope> {
  const dialog = dialogOf(page);
  return (await dialog.count()) > 0 ? dialog : page;
}

/** The places around each text that holds `near`, innermost first. */
export async function placesNear(page: Page, near: string, apart?: string): Promise<Locator[][]> {
  const marked = await page.evaluate((place) => window.judge.markPlaces(place), { near, apart });
  return marked.map((levels) => levels.map((mark) => page.locator(`[data-judge-mark="${mark}"]`)));
}

/** What `find` finds closest to a text that holds `near`. */
export async function closest<T>(
  page: Page,
  near: string,
  apart: string | undefined,
  find: (scope: Locator) => Promise<T | null>,
): Promise<T | null> {
  for (const places of await placesNear(page, near, apart)) {
    for (const place of places) {
      const found = await find(place);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Whatever one of the locators matches. */
export const anyOf = (locators: Locator[]): Locator => locators.reduce((all, next) => all.or(next));

/** The first of a locator's matches that is shown. */
export async function firstShown(locator: Locator): Promise<Locator | null> {
  const shown = locator.filter({ visible: true }).first();
  return (await shown.count()) > 0 ? shown : null;
}
