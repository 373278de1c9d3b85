import { describe, expect, it } from "vitest";
import { readPageHtml } from "./page-html.ts";

const parts = (source: string) => {
  const { html, entry, sheets } = readPageHtml(source);
  const { text, head, foot, hasIcon } = html;
  return { parts: [text.slice(0, head), text.slice(head, foot), text.slice(foot)], entry, sheets, hasIcon };
};

describe("readPageHtml", () => {
  it("takes the entry and the app's own sheets out, and finds the ends of head and body", () => {
    const source =
      '<!doctype html><html><head><link rel="stylesheet" href="/src/a.css"><link rel=icon href=/x.svg></head><body><p>a</p><script type="module" src="/src/start.tsx"></script></body></html>';
    expect(parts(source)).toEqual({
      parts: ["<!doctype html><html><head><link rel=icon href=/x.svg>", "</head><body><p>a</p>", "</body></html>"],
      entry: "src/start.tsx",
      sheets: ["src/a.css"],
      hasIcon: true,
    });
  });

  it("takes nothing for a tag that stands in a comment, a text or a value", () => {
    const source = `<title></head><script type=module src=/no.js></script></title><!-- </head></body> --><p title="</head>"><script>"</body><link rel=stylesheet href=/no.css>"</script>`;
    const { entry, sheets, parts: found } = parts(source);
    expect({ entry, sheets }).toEqual({ entry: "src/main.tsx", sheets: [] });
    expect(found).toEqual(["", source, ""]);
  });

  it("leaves what lies in public/ to be loaded as it stands", () => {
    const source = '<link rel="stylesheet" href="/print.css"><script type="module" src="/src/main.tsx"></script>';
    const { html, sheets } = readPageHtml(source, (path) => ["public/print.css", "src/main.tsx"].includes(path));
    expect(html.text).toBe('<link rel="stylesheet" href="/print.css">');
    expect(sheets).toEqual([]);
  });

  it("begins after the doctype where the page has no head", () => {
    expect(parts("<!doctype html>\n<p>hi</p>").parts).toEqual(["<!doctype html>", "\n<p>hi</p>", ""]);
  });

  it.each(["<script ", "<script type=module src=/a.js>", "</a", "<!--", "<a b='", "<title>", "<link rel=", "&amp"])(
    "ends with input of many %s",
    (shape) => {
      const { html } = readPageHtml(shape.repeat((512 * 1024) / shape.length));
      expect(html.foot).toBeLessThanOrEqual(html.text.length);
    },
  );
});
