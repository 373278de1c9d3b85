import type { PageBuild } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { RUNTIME_PACKAGE } from "./catalogue.ts";
import { readPageHtml } from "./page-html.ts";
import { renderPage } from "./render-page.ts";

const VENDOR = { hash: "abc", imports: { react: "react.js", [RUNTIME_PACKAGE]: "runtime.js" } };
const build = (more: Partial<PageBuild> = {}): PageBuild => ({
  version: 1,
  hash: "h",
  html: readPageHtml('<!doctype html><html><head><title>T</title></head><body><div id="root"></div></body></html>').html,
  css: "a{}",
  modules: { "src/main.tsx": { code: "1", imports: [] } },
  entry: "src/main.tsx",
  externals: ["react"],
  served: [],
  hosts: {},
  findings: [],
  ...more,
});

describe("renderPage", () => {
  it("maps packages to vendored files before any module runs", () => {
    const html = renderPage(build(), VENDOR);
    expect(html).toContain('{"imports":{"react":"/__v/abc/react.js"');
    expect(html.indexOf('type="importmap"')).toBeLessThan(html.indexOf("modulepreload"));
    expect(html.indexOf("modulepreload")).toBeLessThan(html.indexOf('type="module"'));
  });

  it("lets no text of the app end the element it stands in", () => {
    const html = renderPage(
      build({
        modules: { "src/main.tsx": { code: "'</script><script>alert(1)//<!--'", imports: [] } },
        css: "a::before{content:'</style><b>'}",
      }),
      VENDOR,
    );
    expect(html).not.toContain("</script><script>alert");
    expect(html).not.toContain("<!--");
    expect(html).not.toContain("</style><b>");
    const payload = /id="edgewright-app">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
    expect(JSON.parse(payload).modules["src/main.tsx"].code).toBe("'</script><script>alert(1)//<!--'");
  });

  it("takes app code literally, whatever replacement patterns it has", () => {
    expect(renderPage(build({ css: "/* $& $1 $' */" }), VENDOR)).toContain("/* $& $1 $' */");
  });

  it("puts a nonce on what it adds, and copes with a page without head and body", () => {
    const html = renderPage(build({ html: readPageHtml("<!doctype html>\n<p>hi</p>").html }), VENDOR, { nonce: "n1", channel: "draft" });
    expect(html.startsWith("<!doctype html>")).toBe(true);
    expect(html.match(/nonce="n1"/g)).toHaveLength(4);
    expect(html).toContain('"channel":"draft"');
  });
});
