/** What a browser fetches of the platform itself to show a page for the first time: how many files, and how large they are when packed. */
import { gzipSync } from "node:zlib";
import type { Browser, Response } from "playwright-core";

export type FirstLoad = { files: number; gzipBytes: number; twice: string[] };

const OWN_FILES = /\.(js|css)$/;

/** Scripts and style sheets up to the moment nothing more is on its way. The page's fonts and its app are not counted. */
export async function firstLoad(browser: Browser, url: string, cookie: string): Promise<FirstLoad> {
  const context = await browser.newContext();
  try {
    const { origin, hostname } = new URL(url);
    await context.addCookies(cookie.split("; ").map((pair) => ({ ...namedCookie(pair), domain: hostname, path: "/" })));
    const page = await context.newPage();
    const answers: Response[] = [];
    page.on("response", (answer) => {
      const { origin: from, pathname } = new URL(answer.url());
      if (from === origin && OWN_FILES.test(pathname)) answers.push(answer);
    });
    await page.goto(url, { waitUntil: "networkidle" });
    const paths = answers.map((answer) => new URL(answer.url()).pathname);
    const bodies = await Promise.all(answers.map((answer) => answer.body()));
    return {
      files: paths.length,
      gzipBytes: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0),
      twice: paths.filter((path, at) => paths.indexOf(path) !== at),
    };
  } finally {
    await context.close();
  }
}

function namedCookie(pair: string): { name: string; value: string } {
  const at = pair.indexOf("=");
  return { name: pair.slice(0, at), value: pair.slice(at + 1) };
}
