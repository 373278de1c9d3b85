/** The platform's own pages: how many a second are rendered beside a bare page of the same framework, and how much the first load of one fetches. */
import { createProject, jobEnd, signUp } from "../tests/platform/client.ts";
import { startPlatform } from "../tests/platform/platform.ts";
import { startBarePage } from "./bare-page.ts";
import { launchBrowser } from "./browser.ts";
import { type FirstLoad, firstLoad } from "./first-load.ts";
import { load } from "./load.ts";

const PROMPT = "A todo list with title, due date, priority (low, medium, high) and done";
const CONNECTIONS = 8;
/** The pages take turns, so that what else the machine does meets each of them. */
const SECONDS = 2;

/** Pages a second, and a second's worth of each round. */
export type Pages = { workspace: number[]; home: number[]; bare: number[]; first: { workspace: FirstLoad; home: FirstLoad } };

export async function benchPages(rounds: number): Promise<Pages> {
  const bare = await startBarePage();
  const platform = await startPlatform();
  try {
    const person = await signUp(platform.url);
    const { project, sessionId, jobId } = await createProject(person, PROMPT);
    if (sessionId === null || jobId === null) throw new Error("No job was begun");
    await jobEnd(person, sessionId, jobId);
    const own = { port: Number(new URL(platform.url).port), host: new URL(platform.url).host, cookie: person.cookie };
    const path = `/projects/${project.slug}`;
    const rate = (at: { port: number; host: string; cookie?: string }, page: string) =>
      load({ ...at, path: page, connections: CONNECTIONS, seconds: SECONDS });
    const other = { port: bare.port, host: `127.0.0.1:${bare.port}` };
    await Promise.all([rate(own, path), rate(own, "/"), rate(other, "/")]);
    const first = {
      workspace: await inBrowser(platform.url + path, person.cookie),
      home: await inBrowser(`${platform.url}/`, person.cookie),
    };
    const pages: Pages = { workspace: [], home: [], bare: [], first };
    for (let round = 0; round < rounds; round++) {
      pages.workspace.push(...(await rate(own, path)));
      pages.home.push(...(await rate(own, "/")));
      pages.bare.push(...(await rate(other, "/")));
    }
    return pages;
  } finally {
    await platform.stop();
    platform.forget();
    await bare.stop();
  }
}

async function inBrowser(url: string, cookie: string): Promise<FirstLoad> {
  const browser = await launchBrowser();
  try {
    return await firstLoad(browser, url, cookie);
  } finally {
    await browser.close();
  }
}
