/** Places on a page, by what is read there: the smallest that hold a text, and how far around them one may look. Runs in the page. */
import { numbersIn, pattern } from "../words.ts";
import { isShown, textOf } from "./text.ts";

export type Place = { near?: string; apart?: string };
/** What is looked for in a place: words, or a number. */
export type SearchTarget = { words: string } | { amount: number };

/** Where an item ends, when nothing says what must stay apart. */
const ITEM = "tr, li, article, dialog, section, form, fieldset, [role=row], [role=listitem], [role=article], [role=dialog], [role=option]";
const MARK = "data-judge-mark";
const NEARLY = 0.005;

const isIn = (text: string, wanted: SearchTarget): boolean =>
  "words" in wanted ? pattern(wanted.words).test(text) : numbersIn(text).some((found) => Math.abs(found - wanted.amount) < NEARLY);

/** The smallest shown elements that hold the words. */
export function smallest(words: string, inside: Element = document.body): Element[] {
  if (!pattern(words).test(textOf(inside))) return [];
  const deeper = [...inside.children].flatMap((child) => smallest(words, child));
  return deeper.length > 0 ? deeper : [inside];
}

/** The element, then what is around it, as far as the place goes; never the whole page. */
function* around(element: Element, { apart }: Place): Generator<Element> {
  for (let at: Element | null = element; at && !at.matches("html, body"); at = at.parentElement) {
    if (apart !== undefined && pattern(apart).test(textOf(at))) return;
    yield at;
    if (apart === undefined && at.matches(ITEM)) return;
  }
}

/** Whether the page, or a place on it, shows what is wanted. */
export function holds(wanted: SearchTarget, place: Place): boolean {
  if (place.near === undefined) return isIn(textOf(document.body), wanted);
  return smallest(place.near).some((element) => [...around(element, place)].some((at) => isIn(textOf(at), wanted)));
}

/** Marks the places around each smallest element, innermost first, as `0:0`, `0:1` … `1:0` …; gives the marks. */
export function markPlaces(place: Place & { near: string }): string[][] {
  for (const marked of document.querySelectorAll(`[${MARK}]`)) marked.removeAttribute(MARK);
  const inDialog = openDialog();
  const found = inDialog ? smallest(place.near, inDialog) : smallest(place.near);
  const places = found.map((element) => [...around(element, place)]);
  const names = new Map<Element, string>();
  return places.map((levels, item) =>
    levels.map((element, level) => {
      const name = names.get(element) ?? `${item}:${level}`;
      names.set(element, name);
      element.setAttribute(MARK, name);
      return name;
    }),
  );
}

/** The window that lies over the page, if there is one. */
export function openDialog(): Element | null {
  const open = [...document.querySelectorAll("dialog[open], [role=dialog], [role=alertdialog]")].filter(isShown);
  return open.at(-1) ?? null;
}

/** Whether a drawing of some size is shown that holds the words, as its own text or as its caption. */
export function hasChart(words: string): boolean {
  const drawings = [...document.querySelectorAll("svg, canvas, meter, progress, [role=img], [role=meter], [role=progressbar]")];
  return drawings.some((drawing) => {
    const { width, height } = drawing.getBoundingClientRect();
    const holder = drawing.closest("figure, section, article") ?? drawing.parentElement ?? drawing;
    return isShown(drawing) && width >= 60 && height >= 60 && pattern(words).test(`${drawing.textContent} ${textOf(holder)}`);
  });
}
