/**
 * The app's `index.html`: which module starts the page, which sheets it links, what else it loads, and where the platform's
 * own elements go. Read by htmlparser2's tokenizer, which looks at each character once.
 */
import type { PageDocument } from "@edgewright/contracts";
import { QuoteType, Tokenizer } from "htmlparser2";
import type { Address } from "./address.ts";
import { positionAt } from "./position.ts";
import { LOADING_ELEMENTS, usesOf } from "./script/addresses.ts";

const DEFAULT = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>App</title>
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`;

/** `html` is without what the platform loads itself: the entry's script and the app's own sheets. */
export type PageHtml = { html: PageDocument; entry: string; sheets: string[]; addresses: Address[] };

type Tag = { name: string; start: number; end: number; attributes: Map<string, string>; closes: boolean };

const MAX_ADDRESSES = 50;
const OF_INTEREST = new Set(["head", "body", "link", ...LOADING_ELEMENTS]);

/** `has`: whether the app has a file at a path. */
export function readPageHtml(source: string | undefined, has: (path: string) => boolean = () => true): PageHtml {
  const text = source ?? DEFAULT;
  const tags = tagsOf(text);
  const cuts: { start: number; end: number }[] = [];
  const page: PageHtml = { html: { text: "", head: 0, foot: 0, hasIcon: false }, entry: "src/main.tsx", sheets: [], addresses: [] };
  let entry: string | null = null;
  let open: Tag | null = null;
  for (const tag of tags) {
    const { name, attributes, closes, start, end } = tag;
    const isSheet = !closes && name === "link" && attributes.get("rel") === "stylesheet";
    const sheet = isSheet ? ownFile(attributes.get("href"), has) : null;
    if (open && name === "script" && closes) {
      // The element as a whole, unless it holds code of its own beside its address.
      if (text.slice(open.end, start).trim() === "") cuts.push({ start: open.start, end: spaceAfter(text, end) });
      open = null;
    } else if (!closes && name === "script") {
      const path = ownFile(attributes.get("src"), has);
      if (path !== null && attributes.get("type") === "module") {
        entry ??= path;
        open = tag;
      } else record(page, tag, text);
    } else if (sheet !== null) {
      page.sheets.push(sheet);
      cuts.push({ start, end: spaceAfter(text, end) });
    } else if (!closes) record(page, tag, text);
  }
  page.entry = entry ?? page.entry;
  page.html = { ...page.html, ...places(text, tags, cuts) };
  return page;
}

function record(page: PageHtml, { name, attributes, start }: Tag, text: string): void {
  const relation = attributes.get("rel") ?? null;
  if (name === "link" && relation !== null && relation.toLowerCase().split(/\s+/).includes("icon")) page.html.hasIcon = true;
  for (const [attribute, use] of usesOf(name, relation)) {
    const address = attributes.get(attribute);
    if (address === undefined || page.addresses.length >= MAX_ADDRESSES) continue;
    page.addresses.push({ use, address, whole: true, line: positionAt(text, start).line });
  }
}

/** The text without the cuts, and where in it the ends of head and body are: where tags say so, else after the doctype and at the end. */
function places(text: string, tags: Tag[], cuts: { start: number; end: number }[]) {
  const head = tags.find(({ name, closes }) => (name === "head" && closes) || name === "body")?.start ?? afterDoctype(text);
  const foot = tags.findLast(({ name, closes }) => name === "body" && closes)?.start ?? text.length;
  const parts: string[] = [];
  let copied = 0;
  const moved = { head, foot };
  for (const { start, end } of cuts) {
    parts.push(text.slice(copied, start));
    copied = end;
    if (start < head) moved.head -= Math.min(end, head) - start;
    if (start < foot) moved.foot -= Math.min(end, foot) - start;
  }
  parts.push(text.slice(copied));
  return { text: parts.join(""), head: moved.head, foot: Math.max(moved.head, moved.foot) };
}

/** Nothing may stand before the doctype, or the browser falls into quirks mode. */
function afterDoctype(text: string): number {
  const start = text.length - text.trimStart().length;
  if (text.slice(start, start + 9).toLowerCase() !== "<!doctype") return 0;
  const end = text.indexOf(">", start);
  return end < 0 ? text.length : end + 1;
}

function spaceAfter(text: string, end: number): number {
  let at = end;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** A file of the app that an address without a host names; null for what is loaded as it stands. */
function ownFile(address: string | undefined, has: (path: string) => boolean): string | null {
  if (address === undefined || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return null;
  const path = address.replace(/[?#].*$/s, "").replace(/^\.?\//, "");
  return has(path) || !has(`public/${path}`) ? path : null;
}

function tagsOf(text: string): Tag[] {
  const tags: Tag[] = [];
  let tag: Tag | null = null;
  let attribute = "";
  let value = "";
  const finish = (end: number) => {
    if (tag) tags.push({ ...tag, end: end + 1 });
    tag = null;
  };
  const begin = (name: string, start: number, end: number, closes: boolean) => {
    tag = OF_INTEREST.has(name) ? { name, start, end, attributes: new Map(), closes } : null;
  };
  const nothing = () => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        begin(text.slice(start, end).toLowerCase(), start - 1, end, false);
      },
      onclosetag(start, end) {
        begin(text.slice(start, end).toLowerCase(), start - 2, end, true);
        const close = text.indexOf(">", end);
        finish(close < 0 ? text.length : close);
      },
      onattribname(start, end) {
        attribute = text.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata(start, end) {
        value += text.slice(start, end);
      },
      onattribentity(codepoint) {
        value += String.fromCodePoint(codepoint);
      },
      onattribend(quote) {
        if (tag && !tag.attributes.has(attribute)) tag.attributes.set(attribute, quote === QuoteType.NoValue ? "" : value);
      },
      onopentagend: finish,
      onselfclosingtag: finish,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
      ontext: nothing,
      ontextentity: nothing,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  return tags;
}
