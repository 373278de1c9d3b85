/** What the judge asks of a page, put into each page before its own scripts as `window.judge`. */
import { hasChart, holds, markPlaces, openDialog, smallest } from "./find.ts";
import { textOf } from "./text.ts";

const judge = {
  holds,
  markPlaces,
  hasChart,
  hasDialog: () => openDialog() !== null,
  count: (words: string) => smallest(words).length,
  text: () => textOf(document.body),
};

declare global {
  interface Window {
    judge: typeof judge;
  }
}

window.judge = judge;
