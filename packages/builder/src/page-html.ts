/** The app's `index.html`: which module starts the page, and which sheets it links. Used by pack and renderPage. */
const SCRIPT = /<script\b([^>]*)>\s*<\/script>\s*/gi;
const LINK = /<link\b([^>]*)>\s*/gi;

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

export type PageHtml = { html: string; entry: string; sheets: string[] };

/** The page without what the platform loads itself: the entry's script and the app's own sheets. */
export function readPageHtml(source: string | undefined): PageHtml {
  let entry: string | null = null;
  const sheets: string[] = [];
  const html = (source ?? DEFAULT)
    .replace(SCRIPT, (tag, attributes: string) => {
      const path = localPath(attribute(attributes, "src"));
      if (path === null || attribute(attributes, "type") !== "module") return tag;
      entry ??= path;
      return "";
    })
    .replace(LINK, (tag, attributes: string) => {
      const path = localPath(attribute(attributes, "href"));
      if (path === null || attribute(attributes, "rel") !== "stylesheet") return tag;
      sheets.push(path);
      return "";
    });
  return { html, entry: entry ?? "src/main.tsx", sheets };
}

const attribute = (attributes: string, name: string): string | null =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i")
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined) ?? null;

const localPath = (url: string | null): string | null =>
  url === null || /^([a-z]+:)?\/\//i.test(url) ? null : url.replace(/^\.?\//, "").replace(/[?#].*$/, "");
