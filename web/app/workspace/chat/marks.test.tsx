import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { hasMarks, paragraphs } from "./marks.ts";
import Prose from "./Prose.tsx";

const piece = fc.constantFrom(
  ..."a B 9.)-+#>*_`~[]<|\\&=:/@!\n\n\n\t ".split(""),
  "    ",
  "https://x.io",
  "www.x.io",
  "a@b.io",
  "&amp;",
  "it is",
  "1. ",
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));

/** As plain paragraphs are drawn, white space apart, which a page folds. */
const folded = (html: string) => html.replace(/\s+/g, " ").replace(/> | </g, (edge) => edge.trim());
const drawnPlain = (words: string) => renderToStaticMarkup(paragraphs(words).map((paragraph) => <p key={paragraph}>{paragraph}</p>));

test("a text is taken as plain only where the reader of Markdown would change nothing", () => {
  fc.assert(
    fc.property(text, (words) => hasMarks(words) || folded(drawnPlain(words)) === folded(renderToStaticMarkup(<Prose text={words} />))),
    { numRuns: 5000, examples: [["a\n:-"], ["a\n \na"]] },
  );
});

test("sentences are plain, and so are several paragraphs of them", () => {
  expect(hasMarks("Built: tasks with a title, a date (and 3 more) - all done. Ask for a change!")).toBe(false);
  expect(paragraphs("One.\n\nTwo.\n")).toEqual(["One.", "Two."]);
});
