/** Things that can be pressed, by the name a person reads on them or hears. */
import type { Locator, Page } from "playwright-core";
import { anyOf, closest, firstShown, type Scope, topOf } from "./scope.ts";
import { UnmetExpectation, until } from "./unmet.ts";
import { pattern, whole } from "./words.ts";

const BUTTONS = ["button", "link", "tab", "menuitem", "menuitemradio", "option"] as const;
const CHOICES = ["radio", "checkbox", "switch"] as const;
/** What does something comes before what leads somewhere: "Book.*" is no press on the way to the screen Bookings. */
const PRESSED = [
  ["button", "menuitem", "menuitemradio", "option", ...CHOICES],
  ["link", "tab"],
] as const;

/** In the scope, or the scope itself; exactly so named first, then with these words in its name; of both, the first roles first. */
export async function findNamed(scope: Scope, words: string, ...groups: readonly (readonly Role[])[]): Promise<Locator | null> {
  for (const { name, roles } of [whole(words), pattern(words)].flatMap((name) => groups.map((roles) => ({ name, roles })))) {
    const named = (where: Scope) => anyOf(roles.map((role) => where.getByRole(role, { name })));
    const found = (await firstShown(named(scope))) ?? ("page" in scope ? await firstShown(named(scope.page()).and(scope)) : null);
    if (found) return found;
  }
  return null;
}

type Role = (typeof BUTTONS)[number] | (typeof CHOICES)[number];

export const findButton = (scope: Scope, words: string) => findNamed(scope, words, BUTTONS);

/** A text that is no control comes last. */
const findPressable = async (scope: Scope, words: string) =>
  (await findNamed(scope, words, ...PRESSED)) ?? firstShown(scope.getByText(pattern(words)));

export async function press(page: Page, what: string, place: { near?: string; apart?: string }, patience: number): Promise<void> {
  const { near, apart } = place;
  const found = await until(patience, async () =>
    near === undefined ? findPressable(await topOf(page), what) : closest(page, near, apart, (scope) => findNamed(scope, what, ...PRESSED)),
  );
  if (!found) throw new UnmetExpectation(`There is nothing to press called "${what}"${near === undefined ? "" : ` near "${near}"`}.`);
  await found.click();
}

const WAYS = ["link", "tab", "menuitem"] as const;

/** A screen of the app: its link or tab; nothing to do where the page already has such a heading. */
export async function goTo(page: Page, to: string, patience: number): Promise<void> {
  const navigation = page.getByRole("navigation");
  const place = await until(patience, async () => {
    for (const scope of [navigation, page]) {
      // A button leads there when it is called just that; "Add expense" is no way to expenses.
      const found = (await findNamed(scope, to, WAYS)) ?? (await firstShown(scope.getByRole("button", { name: whole(to) })));
      if (found) return found;
    }
    return (await firstShown(page.getByRole("heading", { name: pattern(to) }))) ? "here" : null;
  });
  if (place === null) throw new UnmetExpectation(`There is no way to a screen called "${to}", and no such heading.`);
  if (place !== "here") await place.click();
}
