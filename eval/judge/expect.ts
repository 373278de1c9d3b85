/** What a person is expected to see on a page, or not to see. */
import type { Page } from "playwright-core";
import { findField } from "./fields.ts";
import type { Place, SearchTarget } from "./page/find.ts";
import { findButton } from "./press.ts";
import { closest, firstShown, type Scope } from "./scope.ts";
import { UnmetExpectation, until } from "./unmet.ts";
import { pattern } from "./words.ts";

type Kind = "text" | "button" | "field" | "heading" | "chart" | "image";
type SeenText = Place & { text: string; kind: Kind };

export async function expectSeen(page: Page, seen: SeenText, patience: number): Promise<void> {
  if (!(await until(patience, () => shows(page, seen))))
    throw new UnmetExpectation(`${describe(seen)} is not shown. ${await shownOn(page)}`);
}

/** It must be gone in time, and the page must show something at all. */
export async function expectMissing(page: Page, seen: SeenText, patience: number): Promise<void> {
  if (!(await until(patience, async () => (await isFilled(page)) && !(await shows(page, seen)))))
    throw new UnmetExpectation((await isFilled(page)) ? `${describe(seen)} is shown.` : "The page is empty.");
}

export async function expectAmount(page: Page, { is, near, apart }: { is: number; near: string; apart?: string }, patience: number) {
  if (!(await until(patience, () => holds(page, { amount: is }, { near, apart }))))
    throw new UnmetExpectation(`${is} is not shown near "${near}". ${await shownOn(page)}`);
}

export async function expectCount(page: Page, { text, is }: { text: string; is: number }, patience: number): Promise<void> {
  const count = () => page.evaluate((words) => window.judge.count(words), text);
  if (!(await until(patience, async () => (await isFilled(page)) && (await count()) === is)))
    throw new UnmetExpectation(`"${text}" is shown ${await count()} times, not ${is}. ${await shownOn(page)}`);
}

export async function expectOrder(page: Page, texts: string[], patience: number): Promise<void> {
  const inOrder = async () => {
    const text = await page.evaluate(() => window.judge.text());
    const places = texts.map((words) => text.search(pattern(words)));
    return places.every((place, index) => place > (places[index - 1] ?? -1));
  };
  if (!(await until(patience, inOrder)))
    throw new UnmetExpectation(`"${texts.join('", "')}" are not shown in this order. ${await shownOn(page)}`);
}

const holds = (page: Page, wanted: SearchTarget, place: Place): Promise<boolean> =>
  page.evaluate(([what, where]) => window.judge.holds(what, where), [wanted, place] as const);

const isFilled = async (page: Page): Promise<boolean> => (await page.evaluate(() => window.judge.text())).trim() !== "";

async function shows(page: Page, { text, kind, near, apart }: SeenText): Promise<boolean> {
  if (kind === "text") return holds(page, { words: text }, { near, apart });
  if (kind === "chart") return page.evaluate((words) => window.judge.hasChart(words), text);
  const find = (scope: Scope) => findKind(scope, kind, text);
  return (near === undefined ? await find(page) : await closest(page, near, apart, find)) !== null;
}

function findKind(scope: Scope, kind: Exclude<Kind, "text" | "chart">, text: string) {
  switch (kind) {
    case "button":
      return findButton(scope, text);
    case "field":
      return findField(scope, text);
    case "heading":
      return firstShown(scope.getByRole("heading", { name: pattern(text) }));
    case "image":
      return firstShown(scope.getByRole("img", { name: pattern(text) }));
  }
}

const describe = ({ text, kind, near }: SeenText): string =>
  `${kind === "text" ? "" : `A ${kind} `}"${text}"${near === undefined ? "" : ` near "${near}"`}`.replace(/^A image/, "An image");

const SHOWN_MAX = 300;
const shownOn = async (page: Page): Promise<string> => {
  const text = (await page.evaluate(() => window.judge.text())).trim();
  return `The page shows: ${text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text || "nothing"}`;
};
